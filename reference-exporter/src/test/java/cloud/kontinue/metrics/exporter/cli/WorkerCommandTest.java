package cloud.kontinue.metrics.exporter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.exporter.ExporterParts;
import cloud.kontinue.metrics.exporter.testing.FakeApi;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class WorkerCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private record Ended(int status, String out, String err) {}

    @Test
    void tellsEveryOptionAndItsVariable() {
        var ended = run(Map.of(), "--help");

        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .contains("--namespace", "--group", "--metrics-bind-address", "--worker", "--kubeconfig", "--demo")
                .contains("KONTINUE_NAMESPACE", "KONTINUE_GROUP", "KONTINUE_METRICS_BIND_ADDRESS", "KONTINUE_WORKER");
    }

    @Test
    void tellsItsVersion() {
        var ended = run(Map.of(), "--version");

        assertThat(ended.out()).startsWith("reference-exporter ");
    }

    @Test
    void needsAGroup() {
        var ended = run(Map.of());

        assertThat(ended)
                .isEqualTo(new Ended(
                        2, "", "Missing worker group: set --group or KONTINUE_GROUP, or try --demo; see --help\n"));
    }

    @Test
    void doesNotKnowOtherOptions() {
        var ended = run(Map.of(), "--port", "8080");

        assertThat(ended).isEqualTo(new Ended(2, "", "Unknown options: '--port', '8080'; see --help\n"));
    }

    @ParameterizedTest
    @CsvSource({"8080, missing port in address", ":99999, invalid port 99999"})
    void cannotStartWithAnInvalidAddress(String address, String complaint) {
        var ended = run(Map.of("KONTINUE_METRICS_BIND_ADDRESS", address), "--demo");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err())
                .startsWith("Invalid metrics bind address '" + address + "': " + complaint)
                .hasLineCount(1);
    }

    @Test
    void takesAnOptionBeforeItsVariable() {
        var ended = run(Map.of("KONTINUE_METRICS_BIND_ADDRESS", ":0"), "--demo", "--metrics-bind-address", "x");

        assertThat(ended.err()).startsWith("Invalid metrics bind address 'x'");
    }

    @Test
    void cannotStartWhereThePortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = "127.0.0.1:" + taken.getLocalPort();

            var ended = run(Map.of(), "--demo", "--metrics-bind-address", address);

            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.err())
                    .startsWith("Cannot serve metrics on '" + address + "': Address already in use")
                    .hasLineCount(1);
        }
    }

    @Test
    void cannotStartWithoutAKubeconfigThatExists() {
        var ended = run(Map.of("KUBECONFIG", folder.resolve("missing").toString()), "--group", "g");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).endsWith("missing: there is no such file\n").hasLineCount(1);
    }

    @Test
    void cannotStartWhereNobodyAnswers() throws IOException {
        var api = new FakeApi();
        api.close();

        var ended = run(Map.of("KUBECONFIG", kubeconfig(api)), "--group", "g", "--metrics-bind-address", "127.0.0.1:0");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err())
                .startsWith("Cannot follow the Executions of group 'g' in namespace 'default': ")
                .contains("of " + api.uri() + " failed: ConnectException")
                .hasLineCount(1);
    }

    @Test
    void cannotStartWhereItMayNotList() throws IOException {
        try (var api = new FakeApi()) {
            api.fail("labelSelector", 403, 1);

            var ended = run(Map.of("KUBECONFIG", kubeconfig(api)), "--group", "g", "--metrics-bind-address", "0");

            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.err()).contains("was answered 403: a fault").hasLineCount(1);
        }
    }

    private static Ended run(Map<String, String> environment, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var status = WorkerCommand.line(new ExporterParts(), environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Ended(status, out.toString(), err.toString());
    }

    private String kubeconfig(FakeApi api) throws IOException {
        return Files.writeString(folder.resolve("config"), """
                        current-context: x
                        contexts: [{name: x, context: {cluster: x, user: x}}]
                        clusters: [{name: x, cluster: {server: "%s"}}]
                        users: [{name: x, user: {token: token-of-the-test}}]
                        """.formatted(api.uri()))
                .toString();
    }
}
