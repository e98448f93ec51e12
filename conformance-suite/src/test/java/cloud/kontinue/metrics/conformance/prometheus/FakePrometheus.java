package cloud.kontinue.metrics.conformance.prometheus;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What a test needs of a Prometheus where a real one would not do what the test is about. */
final class FakePrometheus implements AutoCloseable {

    private final HttpServer server;

    private FakePrometheus(HttpServer server) {
        this.server = server;
    }

    /** Serves these bodies by their paths below {@code /api/v1/}, and 404 elsewhere. */
    static FakePrometheus serving(Map<String, String> bodies) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/prefix/api/v1/", exchange -> {
            String path = exchange.getRequestURI().toString().substring("/prefix/api/v1/".length());
            byte[] body = bodies.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(bodies.containsKey(path) ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return new FakePrometheus(server);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/prefix/";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Writes a program that tells a version, and of any configuration that it refuses it with this complaint. */
    static Path program(Path folder, String firstLine, String complaint) throws IOException {
        Path file = Files.writeString(
                Files.createDirectories(folder).resolve("prometheus"), """
                #!/bin/sh
                case $1 in
                  --version) echo '%s' ;;
                  *) echo 'level=error msg="Error loading config" err="%s"' >&2; exit 2 ;;
                esac
                """.formatted(firstLine, complaint));
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
        return file;
    }
}
