package cloud.kontinue.metrics.conformance.recording;

/**
 * A worker's right to list Executions was taken away, from the first to the last instant of the span.
 *
 * @param span from just before the right was taken until just after it was given back
 */
public record ListingDenied(Span span, String worker) implements Event {

    @Override
    public long at() {
        return span.to();
    }
}
