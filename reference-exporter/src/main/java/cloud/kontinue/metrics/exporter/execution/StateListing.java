package cloud.kontinue.metrics.exporter.execution;

/** Counts all Executions by listing them. */
@FunctionalInterface
public interface StateListing {

    /**
     * Lists all Executions once and returns how many there are in each state.
     *
     * @throws ClusterException where the listing failed or was refused; nothing is known then
     */
    StateCounts count() throws ClusterException, InterruptedException;
}
