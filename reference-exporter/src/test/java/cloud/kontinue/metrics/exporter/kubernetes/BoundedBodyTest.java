package cloud.kontinue.metrics.exporter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BoundedBodyTest {

    @Test
    void givesWhatArrivesInTime() throws Exception {
        try (var body = new BoundedBody(new ByteArrayInputStream(new byte[] {1, 2}), Duration.ofMinutes(1))) {
            assertThat(body.readAllBytes()).containsExactly(1, 2);
        }
    }

    @Test
    @Timeout(20)
    void endsTheWaitForAServerThatFellSilent() throws Exception {
        var forever = new CountDownLatch(1);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            try {
                forever.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.setExecutor(task -> {
            var thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
        });
        server.start();
        var api = new ApiClient(new ClusterAccess(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional::empty));

        assertThatThrownBy(() -> api.get("/", Duration.ofMillis(100), body -> body.readAllBytes()))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("closed");

        forever.countDown();
        server.stop(0);
    }
}
