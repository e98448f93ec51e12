package cloud.kontinue.metrics.exporter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterConfigTest {

    private static final String KUBECONFIG = """
            apiVersion: v1
            kind: Config
            current-context: here
            contexts:
            - {name: elsewhere, context: {cluster: other, user: other}}
            - {name: here, context: {cluster: c, user: u}}
            clusters: [{name: c, cluster: {server: "http://127.0.0.1:8001/"}}]
            users: [{name: u, user: {token: secret}}]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void readsTheCurrentContextOfTheGivenFile() throws IOException {
        var file = write(KUBECONFIG);

        var config = ClusterConfig.find(Optional.of(file), Map.of("KUBECONFIG", "missing"));

        assertThat(config)
                .extracting(Config::getMasterUrl, Config::getAutoOAuthToken)
                .containsExactly("http://127.0.0.1:8001/", "secret");
    }

    @Test
    void findsTheFirstFileOfAListThatExists() throws IOException {
        var file = write(KUBECONFIG);

        var config = ClusterConfig.find(Optional.empty(), Map.of("KUBECONFIG", folder.resolve("missing") + ":" + file));

        assertThat(config.getAutoOAuthToken()).isEqualTo("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "current-context: here, current-context: '', it has no current context",
        "current-context: here, current-context: nowhere, it has no current context",
        "name: c, name: another, it names no server for its current context 'here'",
    })
    void saysWhatAKubeconfigLacks(String there, String instead, String complaint) throws IOException {
        var file = write(KUBECONFIG.replace(there, instead));

        assertThatIOException()
                .isThrownBy(() -> ClusterConfig.find(Optional.of(file), Map.of()))
                .withMessageStartingWith("Cannot use the kubeconfig " + file + ": " + complaint);
    }

    @Test
    void saysThatItIsNotYaml() throws IOException {
        var file = write("a: [");

        assertThatIOException()
                .isThrownBy(() -> ClusterConfig.find(Optional.of(file), Map.of()))
                .withMessageStartingWith("Cannot read the kubeconfig " + file)
                .withMessageNotContaining("\n");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        var file = folder.resolve("missing");

        assertThatIOException()
                .isThrownBy(() -> ClusterConfig.find(Optional.of(file), Map.of()))
                .withMessage("Cannot read the kubeconfig " + file + ": there is no such file");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("config"), text);
    }
}
