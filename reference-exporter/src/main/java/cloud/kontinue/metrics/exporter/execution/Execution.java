package cloud.kontinue.metrics.exporter.execution;

import java.util.Map;

/**
 * One Execution at one resource version.
 *
 * @param resourceVersion opaque; changes with every write
 * @param createdAt {@code metadata.creationTimestamp} as the API server writes it; empty where it has none
 * @param group the worker group that may run it; empty where it is labelled with none
 * @param arguments the scalar ones of {@code spec.arguments}, as text
 * @param phase as stored; empty where there is none yet
 * @param worker the owner, {@code status.worker}; empty where there is none
 */
public record Execution(
        String namespace,
        String name,
        String uid,
        String resourceVersion,
        String createdAt,
        String group,
        String function,
        Map<String, String> arguments,
        String phase,
        String worker) {

    public Execution {
        arguments = Map.copyOf(arguments);
    }

    /** Returns the phase, {@code Pending} where there is none yet. */
    public String state() {
        return phase.isEmpty() ? Phases.PENDING : phase;
    }

    /** Returns whether it waits for a worker. */
    public boolean pending() {
        return state().equals(Phases.PENDING);
    }

    /** Returns the same Execution after a write. */
    public Execution written(String newResourceVersion, String newPhase, String newWorker) {
        return new Execution(
                namespace, name, uid, newResourceVersion, createdAt, group, function, arguments, newPhase, newWorker);
    }

    /** Returns {@code namespace/name}. */
    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
