package cloud.kontinue.metrics.exporter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cloud.kontinue.metrics.exporter.ExporterParts;
import cloud.kontinue.metrics.exporter.WorkerOptions;
import cloud.kontinue.metrics.exporter.execution.Execution;
import cloud.kontinue.metrics.exporter.testing.FakeApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunningWorkerTest {

    private static final WorkerOptions ANY_PORT =
            new WorkerOptions("a", "g", "w1").withMetricsBindAddress("127.0.0.1:0");

    private FakeApi api;

    @BeforeEach
    void start() throws IOException {
        api = new FakeApi();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void exportsWhatBecameOfItsExecutions() throws Exception {
        var backlog = api.create("a", "g", "conformance-succeed", Map.of());
        try (var worker = RunningWorker.inCluster(ANY_PORT, api.config(), new ExporterParts())) {
            var failing = api.create("a", "g", "conformance-fail", Map.of("seconds", "0.1"));

            await().until(() ->
                    phase(backlog).equals("Completed") && phase(failing).equals("Failed"));

            await().untilAsserted(() -> assertThat(scrape(worker))
                    .contains(
                            "kontinue_executions_completed{function=\"conformance-succeed\",result=\"success\"} 1",
                            "kontinue_executions_completed{function=\"conformance-fail\",result=\"error\"} 1",
                            "kontinue_execution_latency_count{function=\"conformance-fail\",namespace=\"a\",worker=\"w1\"} 1",
                            "kontinue_executions_running{function=\"conformance-fail\",namespace=\"a\",worker=\"w1\"} 0")
                    .anyMatch(line -> line.startsWith("kontinue_execution_states{function=\"conformance-succeed\"")));
        }
    }

    @Test
    void runsSixteenAtOnce() throws Exception {
        try (var worker = RunningWorker.inCluster(ANY_PORT, api.config(), new ExporterParts())) {
            for (int i = 0; i < 16; i++) {
                api.create("a", "g", "conformance-sleep", Map.of("seconds", "60"));
            }

            await().untilAsserted(
                            () -> assertThat(scrape(worker))
                                    .contains(
                                            "kontinue_executions_running{function=\"conformance-sleep\",namespace=\"a\",worker=\"w1\"} 16"));
        }
    }

    @Test
    void sharesAGroupWithoutRunningAnythingTwice() throws Exception {
        var executions = new ArrayList<Execution>();
        var other = new WorkerOptions("a", "g", "w2").withMetricsBindAddress("127.0.0.1:0");
        try (var one = RunningWorker.inCluster(ANY_PORT, api.config(), new ExporterParts());
                var two = RunningWorker.inCluster(other, api.config(), new ExporterParts())) {
            for (int i = 0; i < 40; i++) {
                executions.add(api.create("a", "g", "conformance-succeed", Map.of()));
            }
            await().until(() ->
                    executions.stream().allMatch(execution -> phase(execution).equals("Completed")));

            await().untilAsserted(
                            () -> assertThat(completed(one) + completed(two)).isEqualTo(40));
        }
    }

    @Test
    void finishesExecutionsWithoutAMetricsServer() throws Exception {
        try (var worker =
                RunningWorker.inCluster(ANY_PORT.withMetricsBindAddress("0"), api.config(), new ExporterParts())) {
            var execution = api.create("a", "g", "conformance-suspend", Map.of("seconds", "0.1"));

            await().until(() -> phase(execution).equals("Completed"));

            assertThat(worker.metrics()).isEmpty();
            assertThat(api.requests()).noneMatch(request -> request.contains("/v1alpha1/executions"));
        }
    }

    @Test
    void showsAllFourMetricsOfTheDemoWithinTwoSeconds() throws Exception {
        try (var worker = RunningWorker.demo(ANY_PORT, new ExporterParts())) {
            await().untilAsserted(() -> assertThat(scrape(worker))
                    .contains(
                            "# TYPE kontinue_executions_running gauge",
                            "# TYPE kontinue_execution_latency histogram",
                            "# TYPE kontinue_executions_completed counter",
                            "# TYPE kontinue_execution_states gauge"));
        }
    }

    private String phase(Execution execution) {
        return api.now(execution).phase();
    }

    private static int completed(RunningWorker worker) throws IOException, InterruptedException {
        return scrape(worker).stream()
                .filter(line -> line.startsWith("kontinue_executions_completed"))
                .mapToInt(line -> Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static List<String> scrape(RunningWorker worker) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(worker.metrics().orElseThrow()));
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body()
                .lines()
                .toList();
    }
}
