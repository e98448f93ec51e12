package cloud.kontinue.metrics.conformance.recording;

/**
 * When something of ours happened: not before {@code from}, not after {@code to}.
 *
 * @param from nanoseconds since the run began, on the monotonic clock: the request was sent
 * @param to nanoseconds since the run began: its effect or answer was seen
 */
public record Span(long from, long to) {

    public Span {
        if (to < from) {
            throw new IllegalArgumentException("Invalid span " + from + ".." + to + ": must not end before it begins");
        }
    }

    /** Returns the span between two instants, whichever comes first. */
    public static Span between(long one, long other) {
        return new Span(Math.min(one, other), Math.max(one, other));
    }

    /** Returns the shortest span that holds this and another. */
    public Span hull(Span other) {
        return new Span(Math.min(from, other.from), Math.max(to, other.to));
    }

    public static Span at(long nanos) {
        return new Span(nanos, nanos);
    }
}
