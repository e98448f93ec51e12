package cloud.kontinue.metrics.conformance.judge;

/**
 * A place in the recording that shows a violation.
 *
 * @param at nanoseconds since the run began
 * @param what one line for people
 * @param where such as {@code recording/events.jsonl:17}, with {@code #L4} for the fourth line of a body
 */
public record Evidence(long at, String what, String where) {}
