package cloud.kontinue.metrics.exporter.metrics;

/** The names that the page documents; the counter has no {@code _total}. */
public final class MetricNames {

    public static final String RUNNING = "kontinue_executions_running";
    public static final String LATENCY = "kontinue_execution_latency";
    public static final String COMPLETED = "kontinue_executions_completed";
    public static final String STATES = "kontinue_execution_states";

    private MetricNames() {}
}
