package cloud.kontinue.metrics.conformance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.kontinue.metrics.conformance.cluster.embedded.EmbeddedCluster;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's cluster; an embedded one plays its part. */
class KubeconfigClusterTest {

    private Path folder;

    private EmbeddedCluster there;

    @BeforeEach
    void start(@TempDir Path temporary) throws ClusterException {
        folder = temporary;
        there = EmbeddedCluster.start();
    }

    @AfterEach
    void stop() {
        there.close();
    }

    private Optional<Path> kubeconfig() {
        return Optional.of(there.access("").kubeconfig());
    }

    private Resource<CustomResourceDefinition> definition() {
        return there.client().apiextensions().v1().customResourceDefinitions().withName(ExecutionCrd.NAME);
    }

    private void replaceDefinition(String what, String by) {
        definition().delete();
        String changed = new String(ExecutionCrd.yaml(), StandardCharsets.UTF_8).replace(what, by);
        there.client()
                .apiextensions()
                .v1()
                .customResourceDefinitions()
                .load(new ByteArrayInputStream(changed.getBytes(StandardCharsets.UTF_8)))
                .create();
    }

    @Test
    void reachesTheClusterOfTheFile() throws ClusterException {
        try (KubeconfigCluster cluster = KubeconfigCluster.open(kubeconfig())) {
            assertThat(cluster.kubernetesVersion()).isEqualTo(there.kubernetesVersion());
            assertThat(cluster.access("W1").kubeconfig()).isEqualTo(kubeconfig().orElseThrow());
            assertThat(cluster.requests()).isEmpty();
            assertThat(cluster.listingRights()).isEmpty();
        }
    }

    @Test
    void leavesADefinitionThatWasThere() throws ClusterException {
        KubeconfigCluster.open(kubeconfig()).close();

        assertThat(definition().get()).isNotNull();
    }

    @Test
    void bringsTheDefinitionAndTakesItAway() throws ClusterException {
        definition().delete();

        KubeconfigCluster cluster = KubeconfigCluster.open(kubeconfig());
        assertThat(definition().get()).isNotNull();
        cluster.close();

        assertThat(definition().get()).isNull();
    }

    @Test
    void refusesADefinitionOfAnotherVersion() {
        replaceDefinition("name: v1alpha1", "name: v1beta9");

        assertThatThrownBy(() -> KubeconfigCluster.open(kubeconfig()))
                .isInstanceOf(ClusterException.class)
                .hasMessage("Expected the CRD executions.kontinue.cloud with the served version v1alpha1, found one"
                        + " without; delete it or use another cluster");
    }

    @Test
    void refusesADefinitionWithoutStatus() {
        replaceDefinition("        status: {}\n", "");

        assertThatThrownBy(() -> KubeconfigCluster.open(kubeconfig()))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("with the subresource status");
    }

    @Test
    void refusesAServerThatIsNotThere() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        String text = Files.readString(kubeconfig().orElseThrow()).replaceAll("127.0.0.1:\\d+", "127.0.0.1:" + free);
        Path file = Files.writeString(folder.resolve("config"), text);

        assertThatThrownBy(() -> KubeconfigCluster.open(Optional.of(file)))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("Expected an API server at http://127.0.0.1:" + free)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Path nowhere = folder.resolve("nowhere");

        assertThatThrownBy(() -> KubeconfigCluster.open(Optional.of(nowhere)))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("Expected a readable kubeconfig, found none at " + nowhere);
    }

    @Test
    void refusesAFileThatIsNoKubeconfig() throws Exception {
        Path file = Files.writeString(folder.resolve("config"), "not: [a, kubeconfig");

        assertThatThrownBy(() -> KubeconfigCluster.open(Optional.of(file)))
                .isInstanceOf(ClusterException.class)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void refusesAKubeconfigWithoutContext() throws Exception {
        Path file = Files.writeString(folder.resolve("config"), "apiVersion: v1\nkind: Config\n");

        assertThatThrownBy(() -> KubeconfigCluster.open(Optional.of(file)))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("Expected a current context");
    }

    @Test
    void findsTheDefaultFile() throws Exception {
        Path file = Files.createDirectories(folder.resolve(".kube")).resolve("config");
        Files.writeString(file, "");

        assertThat(KubeconfigFile.find(Optional.empty(), "", folder)).isEqualTo(file);
        assertThat(KubeconfigFile.find(Optional.empty(), file.toString(), Path.of("/")))
                .isEqualTo(file);
    }

    @Test
    void refusesToChooseAmongSeveralFiles() {
        assertThatThrownBy(() -> KubeconfigFile.find(Optional.empty(), "a" + File.pathSeparator + "b", folder))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("found several in KUBECONFIG");
    }
}
