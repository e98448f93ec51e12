package cloud.kontinue.metrics.exporter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.exporter.execution.StateKey;
import cloud.kontinue.metrics.exporter.metrics.WorkerMetrics;
import cloud.kontinue.metrics.exporter.testing.SimulatedScheduler;
import cloud.kontinue.metrics.exporter.testing.Texts;
import cloud.kontinue.metrics.exporter.worker.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTrafficTest {

    private final SimulatedScheduler scheduler = new SimulatedScheduler();
    private final DemoCluster cluster = new DemoCluster();

    @Test
    void leavesEveryKindOfStateBehind() {
        var traffic = new DemoTraffic(cluster, new Random(1));

        traffic.history(List.of("worker-a", "worker-b"));

        assertThat(cluster.count().counts().keySet())
                .extracting(StateKey::state)
                .contains("Completed", "Failed", "Suspended", "Pending");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void bringsTheWorkersMetricsToLifeWithinASecond(long seed) throws Exception {
        var traffic = new DemoTraffic(cluster, new Random(seed));
        var metrics = new WorkerMetrics("worker-a");
        new Worker("worker-a", cluster, traffic, metrics, scheduler).work(cluster.feed());
        traffic.start(scheduler);

        scheduler.pass(Duration.ofSeconds(1));

        assertThat(Texts.lines(metrics))
                .anyMatch(line -> line.matches("kontinue_executions_running\\{.*} [1-9].*"))
                .anyMatch(line -> line.matches("kontinue_executions_completed\\{.*} [1-9].*"))
                .anyMatch(line -> line.matches("kontinue_execution_latency_count\\{.*} [1-9].*"));
    }

    @Test
    void doesNotFillTheMemory() throws Exception {
        var traffic = new DemoTraffic(cluster, new Random(1));
        new Worker("worker-a", cluster, traffic, new WorkerMetrics("worker-a"), scheduler).work(cluster.feed());
        traffic.start(scheduler);

        scheduler.pass(Duration.ofMinutes(10));

        assertThat(cluster.count().counts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isBetween(2_000L, 2_200L);
    }
}
