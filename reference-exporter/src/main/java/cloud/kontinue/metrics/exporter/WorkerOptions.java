package cloud.kontinue.metrics.exporter;

import cloud.kontinue.metrics.exporter.server.BindAddress;

/**
 * The options of a worker that matter to its metrics.
 *
 * @param namespace where its Executions are
 * @param group its worker group
 * @param worker its name, unique among the workers of a cluster: the {@code worker} label
 * @param metricsBindAddress where metrics are served; {@code :8080} where nothing else is said
 */
public record WorkerOptions(String namespace, String group, String worker, BindAddress metricsBindAddress) {

    public WorkerOptions {
        requireText("namespace", namespace);
        requireText("group", group);
        requireText("worker", worker);
    }

    /** Returns options with the default address. */
    public WorkerOptions(String namespace, String group, String worker) {
        this(namespace, group, worker, BindAddress.DEFAULT);
    }

    /**
     * Returns the same with another address, such as {@code :9090}, {@code localhost:9090} or {@code 0}.
     *
     * @throws IllegalArgumentException with one line that says what is wrong with it
     */
    public WorkerOptions withMetricsBindAddress(String address) {
        return new WorkerOptions(namespace, group, worker, BindAddress.parse(address));
    }

    private static void requireText(String option, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("Invalid " + option + " '" + value + "': must not be empty");
        }
    }
}
