package cloud.kontinue.metrics.conformance.recording;

/**
 * The canary woke later than it asked to: how late this machine makes everything.
 *
 * @param at when it woke
 * @param nanos how much later than asked
 */
public record LatenessMeasured(long at, long nanos) implements Event {}
