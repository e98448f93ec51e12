package cloud.kontinue.metrics.conformance.stage;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A tiny page of our own: where Prometheus cannot scrape even that, the worker is not to blame. */
final class HarnessPage implements AutoCloseable {

    private static final byte[] PAGE =
            "# TYPE conformance_harness_up gauge\nconformance_harness_up 1\n".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;

    private HarnessPage(HttpServer server) {
        this.server = server;
    }

    static HarnessPage open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(200, PAGE.length);
            exchange.getResponseBody().write(PAGE);
            exchange.close();
        });
        server.start();
        return new HarnessPage(server);
    }

    String hostPort() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
