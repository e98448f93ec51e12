package cloud.kontinue.metrics.conformance.simulation;

/** An Execution as the simulated API server stores it; changed only by {@link SimulatedCluster}. */
final class SimulatedExecution {

    final String namespace;
    final String name;
    final String function;
    final String group;
    final double seconds;
    final long createdAt;
    String phase;
    String owner;

    SimulatedExecution(
            String namespace,
            String name,
            String function,
            String group,
            double seconds,
            String phase,
            String owner,
            long createdAt) {
        this.namespace = namespace;
        this.name = name;
        this.function = function;
        this.group = group;
        this.seconds = seconds;
        this.phase = phase;
        this.owner = owner;
        this.createdAt = createdAt;
    }
}
