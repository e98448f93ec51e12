package cloud.kontinue.metrics.exporter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.exporter.execution.Execution;
import cloud.kontinue.metrics.exporter.testing.Executions;
import cloud.kontinue.metrics.exporter.testing.Texts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkerMetricsTest {

    private static final String LABELS = "{function=\"send-email\",namespace=\"default\",worker=\"worker-abc123\"}";
    private static final String RUNNING = "kontinue_executions_running" + LABELS;
    private static final String SUCCESSES = "kontinue_executions_completed{function=\"send-email\",result=\"success\"}";
    private static final String ERRORS = "kontinue_executions_completed{function=\"send-email\",result=\"error\"}";

    private final WorkerMetrics metrics = new WorkerMetrics("worker-abc123");
    private final Execution execution = Executions.of("send-email");

    @BeforeEach
    void start() {
        metrics.started(execution);
    }

    @Test
    void showsNothingBeforeTheFirstExecution() {
        var unused = new WorkerMetrics("worker-abc123");

        assertThat(Texts.lines(unused)).isEmpty();
    }

    @Test
    void countsAnExecutionAsRunningFromItsStart() {
        assertThat(lines()).contains(RUNNING + " 1", "# TYPE kontinue_executions_running gauge");
    }

    @Test
    void bearsItsCountersAtZeroSoThatTheFirstEventIsARise() {
        assertThat(lines())
                .contains(SUCCESSES + " 0", ERRORS + " 0", "kontinue_execution_latency_count" + LABELS + " 0")
                .contains(
                        "# TYPE kontinue_executions_completed counter", "# TYPE kontinue_execution_latency histogram");
    }

    @Test
    void countsASuccessOnceInEachMetric() {
        metrics.completed(execution, Result.SUCCESS, Duration.ofMillis(1400));

        assertThat(lines())
                .contains(RUNNING + " 0", SUCCESSES + " 1", ERRORS + " 0")
                .contains("kontinue_execution_latency_count" + LABELS + " 1")
                .contains("kontinue_execution_latency_sum" + LABELS + " 1.4");
    }

    @Test
    void countsAnErrorOnceInEachMetric() {
        metrics.completed(execution, Result.ERROR, Duration.ofSeconds(2));

        assertThat(lines())
                .contains(RUNNING + " 0", SUCCESSES + " 0", ERRORS + " 1")
                .contains("kontinue_execution_latency_count" + LABELS + " 1");
    }

    @Test
    void putsALatencyIntoTheBucketsOfThePage() {
        metrics.completed(execution, Result.SUCCESS, Duration.ofMillis(1400));

        assertThat(lines()).contains(bucket("1") + " 0", bucket("10") + " 1", bucket("+Inf") + " 1");
    }

    @Test
    void doesNotCountASuspendedExecutionAsRunning() {
        metrics.suspended(execution);

        assertThat(lines()).contains(RUNNING + " 0");
    }

    @Test
    void countsAResumedExecutionAgain() {
        metrics.suspended(execution);

        metrics.resumed(execution);

        assertThat(lines()).contains(RUNNING + " 1");
    }

    @Test
    void countsALostExecutionAsNeitherRunningNorCompleted() {
        metrics.lost(execution);

        assertThat(lines()).contains(RUNNING + " 0", SUCCESSES + " 0", ERRORS + " 0");
    }

    private static String bucket(String boundary) {
        return "kontinue_execution_latency_bucket{function=\"send-email\",namespace=\"default\",worker=\"worker-abc123\",le=\""
                + boundary + "\"}";
    }

    private List<String> lines() {
        return Texts.lines(metrics);
    }
}
