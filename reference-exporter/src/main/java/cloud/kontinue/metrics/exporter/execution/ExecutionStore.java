package cloud.kontinue.metrics.exporter.execution;

import java.util.Optional;

/** Where the status of an Execution is written. */
public interface ExecutionStore {

    /**
     * Writes phase and owner, provided that nobody changed the Execution since it was seen.
     *
     * @return the Execution as it now is; empty where somebody else changed or deleted it first
     * @throws ClusterException where it is not known whether the write took effect
     */
    Optional<Execution> write(Execution seen, String phase, String worker)
            throws ClusterException, InterruptedException;

    /** Returns the Execution as it is now; empty where it is gone, or another one has its name. */
    Optional<Execution> read(Execution seen) throws ClusterException, InterruptedException;
}
