package cloud.kontinue.metrics.conformance.cli;

import static cloud.kontinue.metrics.conformance.cli.ConsoleAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {

    private final Path folder;

    RunCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "--only S44 → no requirement 'S44'; did you mean S4",
                "--only S4,Q1 → no requirement 'Q1'",
                "--section stats → no section 'stats': expected one of endpoint, running, latency, completed, states,"
                        + " configuration, prometheus; did you mean states?",
                "--only S4 --section states → --only and --section exclude each other",
                "--cluster k3s → --cluster k3s is not available yet",
                "--cluster minikube → invalid --cluster 'minikube': expected embedded, k3s or kubeconfig=FILE",
                "--cluster kubeconfig= → invalid --cluster 'kubeconfig='",
                "--cluster kubeconfig=/no/such/file → no kubeconfig at /no/such/file",
                "--worker mine → invalid --worker 'mine': expected 'reference'",
                "--worker-command true --worker-url http://localhost:8080/metrics → more than one worker",
                "--worker reference --worker-image mine:1 → more than one worker",
                "--worker-image mine:1 → --worker-image is not available yet",
                "--worker-command /no/such/program → /no/such/program",
                "--worker-url http://localhost:8080/metrics → --worker-url needs --cluster kubeconfig=FILE",
                "--worker-command true --worker-profile /no/such.yaml → /no/such.yaml",
                "--worker-command true --prometheus sometimes → Invalid --prometheus 'sometimes'",
                "--worker-command true --prometheus binary=/no/such/binary → /no/such/binary",
                "--quiet --verbose → --quiet and --verbose exclude each other",
                "--output → --output",
                "--fast → '--fast'",
                "surplus → surplus"
            })
    void refusesWhatItCannotDo(String arguments, String message) {
        Console run = Console.run(("run " + arguments).split(" ", -1));

        assertThat(run).refusedInOneLine(message);
    }

    @Test
    void refusesAWorkerUrlWhoseWhereaboutsAreUnknown() throws Exception {
        Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), "apiVersion: v1\nkind: Config\n");

        Console run = Console.run(
                "run", "--cluster", "kubeconfig=" + kubeconfig, "--worker-url", "http://localhost:8080/metrics");

        assertThat(run).refusedInOneLine("needs a --worker-profile with the worker's 'namespace' and 'group'");
    }

    @Test
    void refusesAnOutputThatIsAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThat(run("--output", file.toString())).refusedInOneLine("expected a folder, found a file");
    }

    @Test
    void refusesAnOutputThatCannotBeMade() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThat(run("--output", file.resolve("report").toString())).refusedInOneLine("cannot write to " + file);
    }

    @Test
    void refusesAnOutputWithSomebodyElsesFiles() throws Exception {
        Files.writeString(folder.resolve("report.json"), "mine");

        Console run = run("--output", folder.toString());

        assertThat(run).refusedInOneLine("found report.json; choose another --output");
        assertThat(folder.resolve("report.json")).hasContent("mine");
    }

    private static Console run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("run", "--worker-command", "true", "--prometheus", "none"));
        arguments.addAll(List.of(options));
        return Console.run(arguments.toArray(String[]::new));
    }
}
