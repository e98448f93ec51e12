package cloud.kontinue.metrics.conformance.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cloud.kontinue.metrics.conformance.cluster.Access;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusUrlTest {

    private static final String BUILD = "{\"status\":\"success\",\"data\":{\"version\":\"3.5.3\"}}";
    private static final ScrapePlan PLAN =
            new ScrapePlan(new Access("p", Path.of("/nowhere")), "ns", "127.0.0.1:1", List.of());

    @Test
    void turnsToOneThatDiscoversByTheDocumentedJob() throws Exception {
        try (FakePrometheus server = FakePrometheus.serving(Map.of(
                        "status/buildinfo",
                        BUILD,
                        "status/config",
                        configuration("- job_name: kontinue-workers\\n  kubernetes_sd_configs:\\n  - role: pod\\n"),
                        "query?query=up",
                        "{\"status\":\"success\"}"));
                Prometheus prometheus = new PrometheusUrl(server.url()).start(PLAN)) {
            assertThat(prometheus.version()).isEqualTo("3.5.3");
            assertThat(prometheus.discovers()).isTrue();
            assertThat(prometheus.configuration()).isEmpty();
            assertThat(prometheus.ask("query?query=up").body()).isEqualTo("{\"status\":\"success\"}");
        }
    }

    @Test
    void noticesAJobThatScrapesByAddress() throws Exception {
        try (FakePrometheus server = FakePrometheus.serving(Map.of(
                        "status/buildinfo",
                        BUILD,
                        "status/config",
                        configuration("- job_name: other\\n  kubernetes_sd_configs:\\n  - role: pod\\n"
                                + "- job_name: kontinue-workers\\n  static_configs:\\n  - targets: [a]\\n")));
                Prometheus prometheus = new PrometheusUrl(server.url()).start(PLAN)) {
            assertThat(prometheus.discovers()).isFalse();
        }
    }

    @Test
    void refusesOneThatDoesNotScrapeWorkers() throws Exception {
        try (FakePrometheus server = FakePrometheus.serving(
                Map.of("status/buildinfo", BUILD, "status/config", configuration("- job_name: other\\n")))) {
            PrometheusUrl url = new PrometheusUrl(server.url());

            assertThatThrownBy(() -> url.start(PLAN))
                    .isInstanceOf(PrometheusStartException.class)
                    .hasMessageEndingWith(
                            "does not scrape workers: expected a scrape job 'kontinue-workers', found none;"
                                    + " add the documented job to its configuration");
        }
    }

    @Test
    void refusesAServerThatIsNoPrometheus() throws Exception {
        try (FakePrometheus server = FakePrometheus.serving(Map.of("status/buildinfo", "<html>hello</html>"))) {
            PrometheusUrl url = new PrometheusUrl(server.url());

            assertThatThrownBy(() -> url.start(PLAN))
                    .isInstanceOf(PrometheusStartException.class)
                    .hasMessageContaining("expected JSON from status/buildinfo, found something else");
        }
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        FakePrometheus server = FakePrometheus.serving(Map.of());
        PrometheusUrl url = new PrometheusUrl(server.url());
        server.close();

        assertThatThrownBy(() -> url.start(PLAN))
                .isInstanceOf(PrometheusStartException.class)
                .hasMessageContaining("expected an answer to status/buildinfo, found no answer: ")
                .hasMessageEndingWith("start it or correct --prometheus");
    }

    @Test
    void readsTheConfigurationAsARealOneTellsIt(@TempDir Path folder) throws Exception {
        Path binary = Binaries.all().stream().findFirst().orElse(folder);
        assumeTrue(!binary.equals(folder), Binaries.NONE);
        Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), PrometheusBinaryTest.KUBECONFIG);
        ScrapePlan plan = new ScrapePlan(new Access("p", kubeconfig), "ns", "127.0.0.1:1", List.of());

        try (Prometheus real = PrometheusBinary.of(binary).start(plan);
                FakePrometheus server = FakePrometheus.serving(Map.of(
                        "status/buildinfo", real.ask("status/buildinfo").body(),
                        "status/config", real.ask("status/config").body()));
                Prometheus prometheus = new PrometheusUrl(server.url()).start(plan)) {
            assertThat(prometheus.version()).isEqualTo(real.version());
            assertThat(prometheus.discovers()).isEqualTo(real.discovers());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:9090", "ftp://host", "http:///path", "http://", "http://a b", ""})
    void refusesWhatIsNoAddress(String url) {
        assertThatThrownBy(() -> new PrometheusUrl(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid Prometheus URL '" + url + "': must be http://HOST:PORT or https://HOST:PORT");
    }

    private static String configuration(String jobs) {
        return "{\"status\":\"success\",\"data\":{\"yaml\":\"scrape_configs:\\n" + jobs + "\"}}";
    }
}
