package cloud.kontinue.metrics.exporter.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cloud.kontinue.metrics.exporter.metrics.MetricNames;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Holds the files for operators to the page and to what the exporter exports. */
class OperatorFilesTest {

    private static final Path FOLDER = folder();
    private static final Pattern METRIC = Pattern.compile("\\bkontinue_[a-z_]+");

    @Test
    void scrapesWithTheDocumentedJob() throws IOException {
        var job = ((List<?>) yaml("prometheus.yml").get("scrape_configs")).get(0);

        assertThat(job)
                .isEqualTo(Map.of(
                        "job_name",
                        "kontinue-workers",
                        "kubernetes_sd_configs",
                        List.of(Map.of("role", "pod")),
                        "relabel_configs",
                        List.of(
                                Map.of(
                                        "source_labels",
                                        List.of("__meta_kubernetes_pod_label_app"),
                                        "regex",
                                        "kontinue-worker",
                                        "action",
                                        "keep"),
                                Map.of(
                                        "source_labels",
                                        List.of("__meta_kubernetes_pod_container_port_number"),
                                        "regex",
                                        "8080",
                                        "action",
                                        "keep"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules.yml", "alerts.yml", "dashboard.json"})
    void asksOnlyForSeriesThatAreExported(String file) throws IOException {
        var asked = METRIC.matcher(Files.readString(FOLDER.resolve(file)))
                .results()
                .map(found -> found.group())
                .toList();

        assertThat(asked)
                .isNotEmpty()
                .isSubsetOf(
                        MetricNames.RUNNING,
                        MetricNames.LATENCY + "_bucket",
                        MetricNames.COMPLETED,
                        MetricNames.STATES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules.yml", "alerts.yml", "dashboard.json"})
    void neverSumsTheCopiesOfTheStates(String file) throws IOException {
        var text = Files.readString(FOLDER.resolve(file)).replaceAll("\\s+", " ");

        assertThat(text).doesNotContainPattern("sum( by \\([^)]*\\))? ?\\(" + MetricNames.STATES);
    }

    @Test
    void givesEveryPanelOfTheDashboardItsOwnPlace() throws IOException {
        var panels = ((List<?>) yaml("dashboard.json").get("panels"));

        assertThat(panels)
                .hasSizeGreaterThan(3)
                .extracting(panel -> ((Map<?, ?>) panel).get("gridPos"))
                .doesNotHaveDuplicates();
    }

    @Test
    void passesItsOwnRuleTests() throws IOException, InterruptedException {
        var promtool = promtool();
        assumeTrue(promtool.isPresent(), "no promtool on PATH");

        var process = new ProcessBuilder(
                        promtool.get().toString(), "test", "rules", "tests/rules.yml", "tests/alerts.yml")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static Map<?, ?> yaml(String file) throws IOException {
        return (Map<?, ?>)
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FOLDER.resolve(file)));
    }

    private static Optional<Path> promtool() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The tests may be started from the module's folder or from the one above. */
    private static Path folder() {
        return Stream.of("prometheus", "../prometheus")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }
}
