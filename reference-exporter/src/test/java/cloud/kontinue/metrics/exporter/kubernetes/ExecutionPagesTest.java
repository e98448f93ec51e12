package cloud.kontinue.metrics.exporter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.Execution;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ExecutionPagesTest {

    private final List<Execution> read = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void givesUpAServerThatFallsSilentWithinAPage() {
        // Neither ended nor closed: the body goes on until the server stops.
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody()
                    .write("{\"items\":[{\"metadata\":{\"name\":\"n\"}},".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        });

        assertThatThrownBy(this::get).isInstanceOf(ClusterException.class);

        assertThat(read).extracting(Execution::name).containsExactly("n");
    }

    @Test
    void tellsTheStatusOfARefusalThatIsNotJson() {
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(418, 0);
                exchange.getResponseBody().write("<html>".getBytes(StandardCharsets.UTF_8));
            }
        });

        assertThatThrownBy(this::get)
                .isInstanceOf(ClusterException.class)
                .hasMessage("GET /executions?limit=500 was answered 418");
    }

    private void get() throws ClusterException, InterruptedException {
        var config = new ConfigBuilder(Config.empty())
                .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .withRequestTimeout(500)
                .withRequestRetryBackoffLimit(0)
                .build();
        try (var client = new KubernetesClientBuilder().withConfig(config).build()) {
            new ExecutionPages(client).get("/executions?limit=500", read::add);
        }
    }
}
