package cloud.kontinue.metrics.conformance.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs({OS.LINUX, OS.MAC})
class PrometheusFinderTest {

    private static final String VERSION = "prometheus, version 2.99.0 (branch: x)";
    private static final String KNOWS = "unknown Kubernetes SD role \\\"none\\\"";
    private static final String LACKS = "line 3: field kubernetes_sd_configs not found in type config.ScrapeConfig";
    private static final PrometheusSource CONTAINER = plan -> {
        throw new PrometheusStartException("never started here");
    };

    private final Path folder;

    PrometheusFinderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void prefersABinaryThatKnowsTheDiscovery() throws Exception {
        Path without = FakePrometheus.program(folder.resolve("a"), VERSION, LACKS);
        Path with = FakePrometheus.program(folder.resolve("b"), VERSION, KNOWS);

        PrometheusChoice choice = finder(() -> CONTAINER, without, with).find("auto");

        assertThat(choice.shortcoming()).isEmpty();
        assertThat(choice).isInstanceOfSatisfying(PrometheusChoice.With.class, found -> assertThat(found.source())
                .isInstanceOf(PrometheusBinary.class));
    }

    @Test
    void prefersAContainerToABinaryThatCannotDiscover() throws Exception {
        Path without = FakePrometheus.program(folder.resolve("a"), VERSION, LACKS);

        PrometheusChoice choice = finder(() -> CONTAINER, without).find("auto");

        assertThat(choice).isEqualTo(new PrometheusChoice.With(CONTAINER, ""));
    }

    @Test
    void makesDoWithABinaryThatCannotDiscover() throws Exception {
        Path without = FakePrometheus.program(folder.resolve("a"), VERSION, LACKS);

        PrometheusChoice choice =
                finder(ContainerPrometheus.unavailable(), without).find("auto");

        assertThat(choice).isInstanceOf(PrometheusChoice.With.class);
        assertThat(choice.shortcoming())
                .isEqualTo("this Prometheus was built without Kubernetes discovery: P1–P3 and P6 are not verified");
    }

    @Test
    void goesWithoutWhereThereIsNone() throws Exception {
        PrometheusChoice choice = finder(ContainerPrometheus.unavailable()).find("auto");

        assertThat(choice)
                .isEqualTo(new PrometheusChoice.Without("no Prometheus found: P1–P6 and C9 are not verified;"
                        + " put a prometheus binary on PATH or name one with --prometheus"));
    }

    @Test
    void passesOverAnotherProgramOfThatName() throws Exception {
        Path other = FakePrometheus.program(folder.resolve("a"), "prometheus the titan, 0.1", KNOWS);

        PrometheusChoice choice =
                finder(ContainerPrometheus.unavailable(), other).find("auto");

        assertThat(choice).isInstanceOf(PrometheusChoice.Without.class);
    }

    @Test
    void goesWithoutWhereNoneIsWanted() throws Exception {
        Path with = FakePrometheus.program(folder.resolve("a"), VERSION, KNOWS);

        PrometheusChoice choice = finder(() -> CONTAINER, with).find("none");

        assertThat(choice)
                .isEqualTo(new PrometheusChoice.Without("no Prometheus was wanted: P1–P6 and C9 are not verified"));
    }

    @Test
    void takesTheBinaryThatIsNamed() throws Exception {
        Path named = FakePrometheus.program(folder.resolve("a"), VERSION, LACKS);

        PrometheusChoice choice = finder(() -> CONTAINER).find("binary=" + named);

        assertThat(choice.shortcoming()).isEqualTo(PrometheusFinder.NO_DISCOVERY);
    }

    @Test
    void takesTheUrlThatIsNamed() throws Exception {
        PrometheusChoice choice = finder(() -> CONTAINER).find("http://127.0.0.1:9090");

        assertThat(choice).isInstanceOfSatisfying(PrometheusChoice.With.class, found -> assertThat(found.source())
                .isInstanceOf(PrometheusUrl.class));
    }

    @Test
    void passesOnWhyThereIsNoContainer() {
        assertThatThrownBy(() -> finder(ContainerPrometheus.unavailable()).find("container"))
                .isInstanceOf(PrometheusStartException.class)
                .hasMessageStartingWith("a Prometheus in a container cannot be started by this version of the suite");
    }

    @Test
    void saysThatNoBinaryIsOnThePath() {
        assertThatThrownBy(() -> finder(() -> CONTAINER).find("binary"))
                .isInstanceOf(PrometheusStartException.class)
                .hasMessage("Prometheus not found: expected a program 'prometheus' on PATH, found none;"
                        + " use --prometheus binary=PATH or none");
    }

    @Test
    void saysThatTheNamedBinaryIsNotThere() {
        Path missing = folder.resolve("prometheus");

        assertThatThrownBy(() -> finder(() -> CONTAINER).find("binary=" + missing))
                .isInstanceOf(PrometheusStartException.class)
                .hasMessage("Prometheus not found: expected an executable file, found none at '" + missing
                        + "'; correct --prometheus binary=PATH");
    }

    @Test
    void saysThatTheNamedBinaryIsSomethingElse() throws IOException {
        Path other = FakePrometheus.program(folder, "titan 0.1", KNOWS);

        assertThatThrownBy(() -> finder(() -> CONTAINER).find("binary=" + other))
                .isInstanceOf(PrometheusStartException.class)
                .hasMessageStartingWith("no Prometheus: expected '" + other + " --version' to tell");
    }

    @Test
    void saysThatTheNamedFileCannotBeStarted() throws IOException {
        Path broken = Files.writeString(folder.resolve("prometheus"), "#!/nowhere/sh\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();

        assertThatThrownBy(() -> finder(() -> CONTAINER).find("binary=" + broken))
                .isInstanceOf(PrometheusStartException.class)
                .hasMessageStartingWith("Prometheus '" + broken + "' could not be started: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "docker", "Auto", "127.0.0.1:9090", "binaries"})
    void refusesAnUnknownOption(String option) {
        assertThatThrownBy(() -> finder(() -> CONTAINER).find(option))
                .isInstanceOf(PrometheusStartException.class)
                .hasMessage("Invalid --prometheus '" + option
                        + "': must be auto, container, binary, binary=PATH, a URL or none");
    }

    private static PrometheusFinder finder(ContainerPrometheus container, Path... onPath) {
        String pathList = Arrays.stream(onPath)
                .map(file -> Objects.requireNonNull(file.getParent()).toString())
                .collect(Collectors.joining(System.getProperty("path.separator")));
        return new PrometheusFinder(pathList, container);
    }
}
