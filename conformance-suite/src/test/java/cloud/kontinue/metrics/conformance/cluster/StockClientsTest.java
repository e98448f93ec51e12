package cloud.kontinue.metrics.conformance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cloud.kontinue.metrics.conformance.cluster.embedded.EmbeddedCluster;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded cluster as Go's and Python's own clients see it; what they do stands in {@code clients/}. */
class StockClientsTest {

    private static final Duration BUILD = Duration.ofMinutes(9);
    private static final Duration RUN = Duration.ofSeconds(90);

    private Path folder;

    private EmbeddedCluster cluster;
    private Tool tool;

    @BeforeEach
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        cluster = EmbeddedCluster.start();
        tool = new Tool(folder, cluster.access("W1").kubeconfig());
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void goWorksWithIt() throws Exception {
        tool.assume("Go", "go", "version");
        unpack("go/go.mod", "go/go.sum", "go/main.go");
        Tool.Output built = tool.run(BUILD, "", "go", "build", "-o", "client", ".");
        assumeTrue(built.status() == 0, "client-go cannot be had: " + built.text());

        Tool.Output output = tool.run(RUN, "", folder.resolve("client").toString(), "go-client");

        assertThat(output.text()).contains("ok informer holds 1201", "ok leader election", "ok delete namespace");
        assertThat(output.status()).isZero();
    }

    @Test
    void pythonWorksWithIt() throws Exception {
        tool.assume("Python's kubernetes client", "python3", "-c", "import kubernetes");
        unpack("python/client.py");

        Tool.Output output = tool.run(RUN, "", "python3", "client.py", "python-client");

        assertThat(output.text()).contains("ok watch from a revision", "ok done");
        assertThat(output.status()).isZero();
    }

    private void unpack(String... resources) throws Exception {
        for (String resource : resources) {
            try (InputStream in = StockClientsTest.class.getResourceAsStream("/clients/" + resource)) {
                assertThat(in).as(resource).isNotNull();
                Files.copy(in, folder.resolve(Path.of(resource).getFileName()));
            }
        }
    }
}
