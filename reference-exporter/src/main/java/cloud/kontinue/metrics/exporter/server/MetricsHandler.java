package cloud.kontinue.metrics.exporter.server;

import cloud.kontinue.metrics.exporter.exposition.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers GET and HEAD of exactly {@code /metrics}; anything else is refused. */
public class MetricsHandler implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsHandler.class);
    private static final String PATH = "/metrics";
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final Page page;

    public MetricsHandler(Page page) {
        this.page = page;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!PATH.equals(exchange.getRequestURI().getPath())) {
                refuse(exchange, 404, "Not found: metrics are at " + PATH + ".");
            } else if (!isRead(exchange)) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                refuse(exchange, 405, "Method not allowed: use GET or HEAD.");
            } else {
                answer(exchange);
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body;
        try {
            body = page.render();
        } catch (RuntimeException e) {
            LOG.error("The metrics could not be rendered", e);
            refuse(exchange, 500, "The metrics could not be rendered; the worker's log says why.");
            return;
        }
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", page.contentType());
        headers.set("Vary", "Accept-Encoding");
        if (AcceptEncoding.allowsGzip(exchange.getRequestHeaders().get("Accept-Encoding"))) {
            headers.set("Content-Encoding", "gzip");
            body = gzip(body);
        }
        send(exchange, 200, body);
    }

    private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", PLAIN);
        send(exchange, status, (why + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static boolean isRead(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("GET")
                || exchange.getRequestMethod().equals("HEAD");
    }

    private static byte[] gzip(byte[] body) throws IOException {
        var out = new ByteArrayOutputStream(body.length / 8 + 64);
        try (var gzip = new GZIPOutputStream(out, 8192)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }
}
