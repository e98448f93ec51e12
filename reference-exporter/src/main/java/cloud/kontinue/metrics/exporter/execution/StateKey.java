package cloud.kontinue.metrics.exporter.execution;

/**
 * What Executions are counted by.
 *
 * @param state the phase, {@code Pending} where there is none yet
 * @param worker the owner; empty where there is none
 */
public record StateKey(String function, String state, String namespace, String worker) {

    /** Returns what that Execution counts for. */
    public static StateKey of(Execution execution) {
        return new StateKey(execution.function(), execution.state(), execution.namespace(), execution.worker());
    }
}
