package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.recording.Span;

/** How late this machine may have made a worker, and us, at a given time. */
final class Lateness {

    private Lateness() {}

    /** Returns our worst lateness from a tolerance before a span to its end, in nanoseconds. */
    static long around(History history, Span span) {
        return history.lateness(new Span(Math.max(0, span.from() - Tolerances.COMPLETION), Math.max(0, span.to())));
    }
}
