package cloud.kontinue.metrics.exporter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import cloud.kontinue.metrics.exporter.kubernetes.ClusterAccess.ClientCertificate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeconfigTest {

    private static final String BEGINNING = """
            apiVersion: v1
            kind: Config
            current-context: here
            contexts:
            - {name: elsewhere, context: {cluster: other, user: other}}
            - {name: here, context: {cluster: c, user: u}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void readsServerAndTokenOfTheCurrentContext() throws IOException {
        var access = read("""
                clusters: [{name: c, cluster: {server: "http://127.0.0.1:8001/"}}]
                users: [{name: u, user: {token: secret}}]
                """);

        assertThat(access.server()).isEqualTo(URI.create("http://127.0.0.1:8001"));
        assertThat(access.token().token()).contains("secret");
    }

    @Test
    void readsJson() throws IOException {
        var file = Files.writeString(folder.resolve("config"), """
                {"current-context":"x","contexts":[{"name":"x","context":{"cluster":"c"}}],
                 "clusters":[{"name":"c","cluster":{"server":"https://host"}}]}
                """);

        assertThat(Kubeconfig.read(file).token().token()).isEmpty();
    }

    @Test
    void readsCertificatesThatStandInIt() throws IOException {
        var access = read("""
                clusters: [{name: c, cluster: {server: "https://host", certificate-authority-data: Y2E=}}]
                users: [{name: u, user: {client-certificate-data: Y2VydA==, client-key-data: a2V5}}]
                """);

        assertThat(access.certificateAuthority()).contains("ca");
        assertThat(access.clientCertificate()).contains(new ClientCertificate("cert", "key"));
    }

    @Test
    void readsCertificatesInFilesBesideIt() throws IOException {
        Files.writeString(folder.resolve("ca.crt"), "ca");

        var access = read("""
                clusters: [{name: c, cluster: {server: "https://host", certificate-authority: ca.crt}}]
                users: [{name: u, user: {}}]
                """);

        assertThat(access.certificateAuthority()).contains("ca");
    }

    @Test
    void readsATokenFileAnewEachTime() throws IOException {
        var token = Files.writeString(folder.resolve("token"), "old\n");
        var access = read("""
                clusters: [{name: c, cluster: {server: "https://host"}}]
                users: [{name: u, user: {tokenFile: token}}]
                """);

        Files.writeString(token, "new\n");

        assertThat(access.token().token()).contains("new");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clusters: [] | there is no 'c' among its clusters",
                "users: [{name: u, user: {}}] | there is no 'c' among its clusters",
                "clusters: [{name: c, cluster: {server: x}}] | there is no 'u' among its users",
                "'{clusters: [{name: c, cluster: {}}], users: [{name: u, user: {}}]}' | its cluster names no server",
                "'{clusters: [{name: c, cluster: {server: x}}], users: [{name: u, user: {exec: {}}}]}' | its user has 'exec'",
            })
    void saysWhatItLacks(String rest, String complaint) {
        var text = rest.startsWith("{") ? rest.substring(1, rest.length() - 1).replace("], ", "]\n") : rest;

        assertThatIOException()
                .isThrownBy(() -> read(text + "\n"))
                .withMessageStartingWith("Cannot use the kubeconfig " + folder.resolve("config") + ": " + complaint);
    }

    @Test
    void saysThatItIsNotYaml() throws IOException {
        var file = Files.writeString(folder.resolve("config"), "a: [");

        assertThatIOException()
                .isThrownBy(() -> Kubeconfig.read(file))
                .withMessageStartingWith("Cannot read the kubeconfig " + file)
                .withMessageNotContaining("\n");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        var file = folder.resolve("missing");

        assertThatIOException()
                .isThrownBy(() -> Kubeconfig.read(file))
                .withMessage("Cannot read the kubeconfig " + file + ": there is no such file");
    }

    @Test
    void findsTheFirstFileOfAListThatExists() throws IOException {
        var file = Files.writeString(folder.resolve("config"), BEGINNING + """
                clusters: [{name: c, cluster: {server: "https://listed"}}]
                users: [{name: u, user: {}}]
                """);

        var access = ClusterAccess.find(Map.of("KUBECONFIG", folder.resolve("missing") + ":" + file));

        assertThat(access.server()).hasHost("listed");
    }

    @Test
    void usesAPodsServiceAccount() throws IOException {
        Files.writeString(folder.resolve("ca.crt"), "ca");
        Files.writeString(folder.resolve("token"), "t");

        var access = ClusterAccess.ofServiceAccount(
                Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "6443"), folder);

        assertThat(access.server()).isEqualTo(URI.create("https://[fd00::1]:6443"));
        assertThat(access.token().token()).contains("t");
    }

    private ClusterAccess read(String rest) throws IOException {
        return Kubeconfig.read(Files.writeString(folder.resolve("config"), BEGINNING + rest));
    }
}
