package cloud.kontinue.metrics.conformance.cli;

import static cloud.kontinue.metrics.conformance.cli.ConsoleAssert.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherCommandsTest {

    private final Path folder;

    OtherCommandsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void judgesOnlyWhatIsARecording() {
        assertThat(Console.run("judge", folder.toString())).refusedInOneLine(folder.toString());
    }

    @Test
    void judgesOnlyWhatIsThere() {
        Path missing = folder.resolve("missing");

        assertThat(Console.run("judge", missing.toString())).refusedInOneLine(missing.toString());
    }

    @Test
    void judgesSomething() {
        assertThat(Console.run("judge")).refusedInOneLine("RECORDING");
    }

    @Test
    void aMatrixNeedsReports() {
        assertThat(Console.run("matrix", folder.toString())).refusedInOneLine("no report.json at " + folder);
    }

    @Test
    void aMatrixNeedsAFolderToBeWrittenTo() throws Exception {
        Files.writeString(folder.resolve("report.json"), "{\"schemaVersion\": 1}");

        assertThat(Console.run("matrix", folder.toString(), "--output", folder + "/missing/matrix.md"))
                .refusedInOneLine("cannot write " + folder + "/missing/matrix.md");
    }

    @Test
    void theClusterNeedsAPort() {
        assertThat(Console.run("cluster", "--port", "65536")).refusedInOneLine("invalid --port 65536");
    }

    @Test
    void theClusterNeedsAFreePort() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Console cluster = Console.run("cluster", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(cluster).refusedInOneLine(String.valueOf(taken.getLocalPort()), "choose another port");
        }
    }

    @Test
    void theClusterOverwritesNoOtherKubeconfig() throws Exception {
        Path kubeconfig = Files.writeString(folder.resolve("config"), "current-context: production\n");

        assertThat(Console.run("cluster", "--kubeconfig", kubeconfig.toString()))
                .refusedInOneLine("will not overwrite " + kubeconfig);
    }
}
