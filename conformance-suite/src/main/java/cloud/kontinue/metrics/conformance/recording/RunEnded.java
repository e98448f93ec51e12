package cloud.kontinue.metrics.conformance.recording;

/**
 * The run ended; a recording without it was cut off.
 *
 * @param outcome how
 * @param reason one sentence; empty for {@code COMPLETE}
 */
public record RunEnded(long at, Outcome outcome, String reason) implements Event {

    /** How a run ended. */
    public enum Outcome {
        /** All acts were played. */
        COMPLETE,
        /** Someone interrupted it. */
        INTERRUPTED,
        /** The set-up failed; nothing can be held against the worker. */
        SETUP_FAILED
    }
}
