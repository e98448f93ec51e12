package cloud.kontinue.metrics.conformance.history;

/**
 * All that matters of an Execution to whoever counts it.
 *
 * @param phase as stored; empty where there is none yet
 * @param owner empty where there is none
 */
public record Kind(String function, String phase, String namespace, String owner, String group) {

    /** The state of an Execution that waits, with or without a phase. */
    public static final String PENDING = "Pending";

    /** Returns whether it never changes any more. */
    public boolean finished() {
        return ExecutionLife.TERMINAL.contains(phase);
    }

    /** Returns the series that counts it: one without a phase is Pending, and what is Pending is no worker's yet. */
    public Combination combination() {
        String state = phase.isEmpty() ? PENDING : phase;
        return new Combination(function, state, namespace, state.equals(PENDING) ? "" : owner);
    }
}
