package cloud.kontinue.metrics.exporter.metrics;

import cloud.kontinue.metrics.exporter.execution.Execution;
import io.prometheus.metrics.core.datapoints.GaugeDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.Collector;
import java.time.Duration;
import java.util.List;

/** The three metrics that a worker moves itself: running, latency and completed. */
public class WorkerMetrics implements ExecutionMetrics {

    private static final double NANOS_PER_SECOND = 1e9;

    /** Seconds; 1 and 10 are the page's, the rest reaches from a quick call to a night's batch. */
    private static final double[] LATENCY_BUCKETS = {
        0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 14400
    };

    private final String worker;
    private final Gauge running = Gauge.builder()
            .name(MetricNames.RUNNING)
            .help("Number of executions currently running on the worker.")
            .labelNames("function", "namespace", "worker")
            .build();
    private final Histogram latency = Histogram.builder()
            .name(MetricNames.LATENCY)
            .help("Latency of execution in seconds, from when the worker starts processing it to when it completes.")
            .labelNames("function", "namespace", "worker")
            .classicOnly()
            .classicUpperBounds(LATENCY_BUCKETS)
            .build();
    private final Counter completed = Counter.builder()
            .name(MetricNames.COMPLETED)
            .help("Total number of executions completed, successfully or with an error.")
            .labelNames("function", "result")
            .build();

    /** Creates them at zero; {@code worker} is the value of the {@code worker} label. */
    public WorkerMetrics(String worker) {
        this.worker = worker;
    }

    @Override
    public void started(Execution execution) {
        // A series that is born at its first event hides that event from rate() and increase().
        for (Result result : Result.values()) {
            completed.initLabelValues(execution.function(), result.label());
        }
        latency.initLabelValues(execution.function(), execution.namespace(), worker);
        runningOf(execution).inc();
    }

    @Override
    public void suspended(Execution execution) {
        runningOf(execution).dec();
    }

    @Override
    public void resumed(Execution execution) {
        runningOf(execution).inc();
    }

    @Override
    public void completed(Execution execution, Result result, Duration elapsed) {
        runningOf(execution).dec();
        latency.labelValues(execution.function(), execution.namespace(), worker)
                .observe(elapsed.toNanos() / NANOS_PER_SECOND);
        completed.labelValues(execution.function(), result.label()).inc();
    }

    @Override
    public void lost(Execution execution) {
        runningOf(execution).dec();
    }

    /** Returns what a scrape shows of them. */
    public List<Collector> collectors() {
        return List.of(running, latency, completed);
    }

    private GaugeDataPoint runningOf(Execution execution) {
        return running.labelValues(execution.function(), execution.namespace(), worker);
    }
}
