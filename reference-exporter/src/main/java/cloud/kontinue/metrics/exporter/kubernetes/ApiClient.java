package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;

/**
 * Speaks HTTP with an API server; every answer is bounded in time.
 *
 * <p>It is small because a worker starts anew with every deployment: a full client with all its models needs longer for
 * its first request than this worker for its whole start.
 */
public final class ApiClient {

    /** How long an answer may take, body included. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final HttpClient http;
    private final ClusterAccess access;

    /**
     * Makes no connection yet.
     *
     * @throws IOException with one line for the user where the certificates cannot be used
     */
    public ApiClient(ClusterAccess access) throws IOException {
        this.access = access;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .sslContext(Tls.context(access))
                .build();
    }

    /** Reads an answer as it arrives. */
    @FunctionalInterface
    interface Reader<T> {
        T read(InputStream body) throws IOException, ClusterException;
    }

    <T> T get(String pathAndQuery, Reader<T> reader) throws ClusterException, InterruptedException {
        return get(pathAndQuery, ANSWER, reader);
    }

    /** Does the same for an answer that goes on for longer. */
    <T> T get(String pathAndQuery, Duration bound, Reader<T> reader) throws ClusterException, InterruptedException {
        return send("GET", pathAndQuery, HttpRequest.newBuilder().GET(), bound, reader);
    }

    <T> T patch(String path, String mergePatch, Reader<T> reader) throws ClusterException, InterruptedException {
        var request = HttpRequest.newBuilder()
                .method("PATCH", HttpRequest.BodyPublishers.ofString(mergePatch))
                .header("Content-Type", "application/merge-patch+json");
        return send("PATCH", path, request, ANSWER, reader);
    }

    private <T> T send(
            String method, String pathAndQuery, HttpRequest.Builder request, Duration bound, Reader<T> reader)
            throws ClusterException, InterruptedException {
        try {
            access.token().token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
            var response = http.send(
                    request.uri(URI.create(access.server() + pathAndQuery))
                            .header("Accept", "application/json")
                            .timeout(ANSWER)
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (var body = new BoundedBody(response.body(), bound)) {
                if (response.statusCode() >= 300) {
                    throw refused(method, pathAndQuery, response.statusCode(), body);
                }
                return reader.read(body);
            }
        } catch (IOException | JacksonException e) {
            throw ClusterException.unreachable(
                    method + " " + pathAndQuery + " of " + access.server() + " failed: " + reason(e));
        }
    }

    private static ClusterException refused(String method, String pathAndQuery, int status, InputStream body)
            throws IOException {
        var said = StatusMessage.read(body);
        return ClusterException.answered(
                status, method + " " + pathAndQuery + " was answered " + status + (said.isEmpty() ? "" : ": " + said));
    }

    private static String reason(Exception e) {
        var name = e.getClass().getSimpleName();
        var message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return message.isEmpty() || message.equals("null") ? name : name + ": " + message;
    }
}
