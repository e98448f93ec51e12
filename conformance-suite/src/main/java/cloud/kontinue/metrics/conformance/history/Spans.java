package cloud.kontinue.metrics.conformance.history;

import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A set of whole numbers, instants or versions, as closed spans in ascending order without overlap. */
public final class Spans {

    private final List<Span> spans;

    private Spans(List<Span> spans) {
        this.spans = spans;
    }

    /** Joins spans that are given in ascending order of their beginnings; they may overlap. */
    public static Spans joined(List<Span> ascending) {
        List<Span> joined = new ArrayList<>(ascending.size());
        for (Span span : ascending) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).to() >= span.from()) {
                Span before = joined.get(last);
                joined.set(last, new Span(before.from(), Math.max(before.to(), span.to())));
            } else {
                joined.add(span);
            }
        }
        return new Spans(joined);
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    public List<Span> asList() {
        return List.copyOf(spans);
    }

    /** Returns what lies in both. */
    public Spans and(Spans other) {
        List<Span> both = new ArrayList<>();
        int mine = 0;
        int theirs = 0;
        while (mine < spans.size() && theirs < other.spans.size()) {
            Span left = spans.get(mine);
            Span right = other.spans.get(theirs);
            long from = Math.max(left.from(), right.from());
            long to = Math.min(left.to(), right.to());
            if (from <= to) {
                both.add(new Span(from, to));
            }
            if (left.to() < right.to()) {
                mine++;
            } else {
                theirs++;
            }
        }
        return new Spans(both);
    }

    /** Returns the greatest number in it that is not above a limit. */
    public OptionalLong latest(long limit) {
        OptionalLong latest = OptionalLong.empty();
        for (Span span : spans) {
            if (span.from() > limit) {
                break;
            }
            latest = OptionalLong.of(Math.min(span.to(), limit));
        }
        return latest;
    }
}
