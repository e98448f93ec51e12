package cloud.kontinue.metrics.conformance.history;

import cloud.kontinue.metrics.conformance.recording.LatenessMeasured;
import cloud.kontinue.metrics.conformance.recording.Recording;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.NavigableMap;
import java.util.TreeMap;

/** When the canary woke late, kept so that any span is answered without going through the whole recording. */
final class Lateness {

    /** The worst lateness by the instant of waking. */
    private final NavigableMap<Long, Long> nanosByWaking = new TreeMap<>();

    private long worst;

    private Lateness() {}

    static Lateness of(Recording recording) {
        Lateness lateness = new Lateness();
        recording.all(LatenessMeasured.class).forEach(measured -> {
            lateness.nanosByWaking.merge(measured.at(), measured.nanos(), Math::max);
            lateness.worst = Math.max(lateness.worst, measured.nanos());
        });
        return lateness;
    }

    /** Returns the worst lateness of any sleep that touches a span. */
    long worst(Span span) {
        long last = span.to() > Long.MAX_VALUE - worst ? Long.MAX_VALUE : span.to() + worst;
        return nanosByWaking.subMap(span.from(), true, last, true).entrySet().stream()
                .filter(late -> late.getKey() - late.getValue() <= span.to())
                .mapToLong(late -> late.getValue())
                .max()
                .orElse(0);
    }
}
