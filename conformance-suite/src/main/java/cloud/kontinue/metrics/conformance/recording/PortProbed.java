package cloud.kontinue.metrics.conformance.recording;

/**
 * A port was asked whether it serves kontinue's metrics.
 *
 * @param worker whose run this belongs to
 * @param listener {@code host:port} that was tried
 * @param outcome what answered
 * @param detail one line for people
 */
public record PortProbed(Span span, String worker, String listener, Outcome outcome, String detail) implements Event {

    /** What answered. */
    public enum Outcome {
        REFUSED,
        /** Something answers, but no family of kontinue's. */
        NO_METRICS,
        /** At least one family of kontinue's. */
        METRICS,
        /** Neither refused nor answered in time. */
        SILENT
    }

    @Override
    public long at() {
        return span.to();
    }
}
