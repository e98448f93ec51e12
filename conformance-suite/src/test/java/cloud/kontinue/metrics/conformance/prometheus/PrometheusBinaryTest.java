package cloud.kontinue.metrics.conformance.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cloud.kontinue.metrics.conformance.cluster.Access;
import cloud.kontinue.metrics.conformance.prometheus.Prometheus.Answer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On the real binaries that this host has. */
@Timeout(120)
class PrometheusBinaryTest {

    /** Of a cluster that nobody answers for. */
    static final String KUBECONFIG = """
            {"apiVersion":"v1","kind":"Config","current-context":"c",
             "clusters":[{"name":"c","cluster":{"server":"http://127.0.0.1:9"}}],
             "users":[{"name":"u","user":{}}],
             "contexts":[{"name":"c","context":{"cluster":"c","user":"u"}}]}
            """;

    private final Path folder;

    private HttpServer harness;

    PrometheusBinaryTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void needsABinary() {
        assumeTrue(!Binaries.all().isEmpty(), Binaries.NONE);
    }

    static List<Path> binaries() {
        return Binaries.all();
    }

    @BeforeEach
    void serveAPage() throws IOException {
        harness = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        harness.createContext("/metrics", exchange -> {
            byte[] page = "# TYPE harness gauge\nharness 7\n".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        harness.start();
    }

    @AfterEach
    void endThePage() {
        harness.stop(0);
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void startsAndTellsItsVersion(Path file) throws Exception {
        try (Prometheus prometheus = PrometheusBinary.of(file).start(plan())) {
            Answer answer = prometheus.ask("status/buildinfo");

            assertThat(answer.problem()).isEmpty();
            assertThat(answer.body()).contains("\"version\":\"" + prometheus.version() + "\"");
        }
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void scrapesTheHarness(Path file) throws Exception {
        try (Prometheus prometheus = PrometheusBinary.of(file).start(plan())) {
            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(prometheus
                            .ask("query?query=harness{job=\"kontinue-conformance-harness\"}")
                            .body())
                    .contains("\"7\""));
        }
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void runsTheDocumentedJobWhereItKnowsTheDiscovery(Path file) throws Exception {
        PrometheusBinary binary = PrometheusBinary.of(file);
        assumeTrue(binary.knowsDiscovery(), "built without Kubernetes discovery");

        try (Prometheus prometheus = binary.start(plan())) {
            assertThat(prometheus.discovers()).isTrue();
            assertThat(prometheus.configuration())
                    .contains(DocumentedJob.ofThePage().lines().get(2));
            assertThat(prometheus.ask("status/config").body())
                    .contains("kubernetes_sd_configs")
                    .doesNotContain(":1234");
        }
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void hasAConfigurationThatItsOwnToolAccepts(Path file) throws Exception {
        Path promtool = Binaries.promtool(file).orElse(file);
        assumeTrue(!promtool.equals(file), "no promtool beside " + file);
        String configuration = PrometheusBinary.of(file).knowsDiscovery()
                ? ScrapeConfiguration.discovering(plan())
                : ScrapeConfiguration.byAddress(plan());
        Path written = Files.writeString(folder.resolve("prometheus.yml"), configuration);

        Process check = new ProcessBuilder(promtool.toString(), "check", "config", written.toString())
                .redirectErrorStream(true)
                .start();

        String output = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(output).isZero();
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void saysWhyAQuestionHasNoAnswer(Path file) throws Exception {
        try (Prometheus prometheus = PrometheusBinary.of(file).start(plan())) {
            Answer answer = prometheus.ask("query?query=sum(");

            assertThat(answer.body()).isEmpty();
            assertThat(answer.problem()).startsWith("status 400: ").contains("parse error");
        }
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void leavesNoProcessAndNoFileBehind(Path file) throws Exception {
        Set<Path> before = temporaryFolders();
        Prometheus prometheus = PrometheusBinary.of(file).start(plan());
        List<ProcessHandle> processes = children(file);
        assertThat(processes).isNotEmpty();

        prometheus.close();

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(temporaryFolders()).isEqualTo(before);
        assertThat(prometheus.ask("query?query=up").problem()).startsWith("no answer");
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void saysWhyItDoesNotStart(Path file) throws Exception {
        PrometheusBinary binary = PrometheusBinary.of(file);
        ScrapePlan impossible = new ScrapePlan(access(), "ns", "http://harness", List.of());
        Set<Path> before = temporaryFolders();

        assertThatThrownBy(() -> binary.start(impossible))
                .isInstanceOf(PrometheusStartException.class)
                .hasMessageContaining("ended at its start with status")
                .hasMessageContaining("http://harness")
                .hasMessageNotContaining("\n");
        assertThat(temporaryFolders()).isEqualTo(before);
    }

    private ScrapePlan plan() throws IOException {
        return new ScrapePlan(
                access(), "ns", "127.0.0.1:" + harness.getAddress().getPort(), List.of("127.0.0.1:1234"));
    }

    private Access access() throws IOException {
        return new Access("prometheus", Files.writeString(folder.resolve("kubeconfig"), KUBECONFIG));
    }

    private static List<ProcessHandle> children(Path file) {
        return ProcessHandle.current()
                .children()
                .filter(child ->
                        child.info().command().filter(file.toString()::equals).isPresent())
                .toList();
    }

    private static Set<Path> temporaryFolders() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("kontinue-prometheus"))
                    .collect(Collectors.toSet());
        }
    }
}
