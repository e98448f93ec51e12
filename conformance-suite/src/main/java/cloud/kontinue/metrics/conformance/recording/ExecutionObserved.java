package cloud.kontinue.metrics.conformance.recording;

/**
 * The recorder's watch told of an Execution.
 *
 * @param change what happened; an Execution that was there before the watch comes as {@code ADDED}
 * @param function as the page's label has it: {@code spec.function}
 * @param group the worker group's label; empty where there is none
 * @param phase as stored; empty where there is none yet
 * @param owner {@code status.worker} or the field the profile names; empty where there is none
 */
public record ExecutionObserved(
        long at,
        Change change,
        String namespace,
        String name,
        String uid,
        String resourceVersion,
        String function,
        String group,
        String phase,
        String owner)
        implements Event {

    /** What happened to it. */
    public enum Change {
        ADDED,
        MODIFIED,
        DELETED
    }
}
