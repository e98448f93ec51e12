package cloud.kontinue.metrics.conformance.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cloud.kontinue.metrics.conformance.cluster.embedded.EmbeddedCluster;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documented job on the embedded cluster: which pods it keeps, which it drops, and that what it keeps is scraped. */
@Timeout(180)
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux answers on all of 127.0.0.0/8")
class DiscoveryTest {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DOCUMENTED_ADDRESS = "127.0.0.11:8080";

    private static Optional<EmbeddedCluster> cluster = Optional.empty();
    private static Optional<HttpServer> worker = Optional.empty();

    static List<Path> binaries() {
        return Binaries.all();
    }

    @BeforeAll
    static void makePods() throws Exception {
        assumeTrue(!Binaries.all().isEmpty(), Binaries.NONE);
        worker = worker();
        EmbeddedCluster started = EmbeddedCluster.start();
        cluster = Optional.of(started);
        create(pod("worker", Map.of("app", "kontinue-worker"), "127.0.0.11", 8080));
        create(pod("other-port", Map.of("app", "kontinue-worker"), "127.0.0.12", 9090));
        create(pod("no-label", Map.of(), "127.0.0.13", 8080));
    }

    @AfterAll
    static void end() {
        cluster.ifPresent(EmbeddedCluster::close);
        worker.ifPresent(server -> server.stop(0));
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void keepsThePodWithTheLabelAndThePortAndDropsTheOthers(Path file) throws Exception {
        try (Prometheus prometheus = start(file)) {
            await().atMost(BOUND).untilAsserted(() -> {
                assertThat(addresses(prometheus, "activeTargets")).contains(DOCUMENTED_ADDRESS);
                assertThat(addresses(prometheus, "droppedTargets"))
                        .containsExactlyInAnyOrder("127.0.0.12:9090", "127.0.0.13:8080");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void scrapesThePodThatItKeeps(Path file) throws Exception {
        assumeTrue(worker.isPresent(), "port 8080 is taken");
        try (Prometheus prometheus = start(file)) {
            await().atMost(BOUND).untilAsserted(() -> assertThat(prometheus
                            .ask("query?query=answer{job=\"kontinue-workers\"}")
                            .body())
                    .contains(DOCUMENTED_ADDRESS)
                    .contains("\"42\""));
        }
    }

    private static Prometheus start(Path file) throws PrometheusStartException {
        PrometheusBinary binary = PrometheusBinary.of(file);
        assumeTrue(binary.knowsDiscovery(), "built without Kubernetes discovery");
        return binary.start(new ScrapePlan(
                cluster.orElseThrow().access("prometheus"), "default", "127.0.0.1:9", List.of("127.0.0.1:8080")));
    }

    private static List<String> addresses(Prometheus prometheus, String kind) {
        JsonNode targets = JSON.readTree(prometheus.ask("targets?state=any").body())
                .path("data")
                .path(kind);
        return StreamSupport.stream(targets.spliterator(), false)
                .map(target ->
                        target.path("discoveredLabels").path("__address__").asString(""))
                .toList();
    }

    private static Optional<HttpServer> worker() throws IOException {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(8080), 0);
        } catch (BindException taken) {
            return Optional.empty();
        }
        server.createContext("/metrics", exchange -> {
            byte[] page = "# TYPE answer gauge\nanswer 42\n".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        return Optional.of(server);
    }

    private static void create(Pod pod) {
        Pod created = cluster.orElseThrow().client().pods().resource(pod).create();
        created.setStatus(pod.getStatus());
        cluster.orElseThrow().client().pods().resource(created).updateStatus();
    }

    private static Pod pod(String name, Map<String, String> labels, String address, int port) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("worker")
                .withImage("worker")
                .addNewPort()
                .withContainerPort(port)
                .endPort()
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .withPodIP(address)
                .addNewPodIP(address)
                .endStatus()
                .build();
    }
}
