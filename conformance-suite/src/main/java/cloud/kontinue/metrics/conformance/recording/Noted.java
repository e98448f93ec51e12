package cloud.kontinue.metrics.conformance.recording;

/**
 * What the run did, for people who read the recording; no verdict depends on it.
 *
 * @param text one line
 */
public record Noted(long at, String text) implements Event {}
