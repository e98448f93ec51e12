package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.cluster.ExecutionCrd;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Executions over HTTP: raw, so that each request's time and each watched event's order are our own. */
final class ExecutionApi {

    /** The label of all that a run makes. */
    static final String RUN_LABEL = ExecutionCrd.GROUP + "/conformance-run";

    private static final long ANSWER_SECONDS = 10;
    private static final String NO_ANSWER = "the API server did not answer within " + ANSWER_SECONDS + " s";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** An answer: any status, and the body as JSON. */
    record Reply(int status, JsonNode body) {

        boolean succeeded() {
            return status >= 200 && status < 300;
        }

        /** Returns what a {@code Status} object says went wrong, in one line. */
        String problem() {
            String message = body.path("message").asString("");
            return "status " + status + (message.isEmpty() ? "" : ": " + message);
        }
    }

    private final HttpClient http;
    private final String server;

    ExecutionApi(KubernetesClient client) {
        this.http = client.getHttpClient();
        this.server = client.getConfiguration().getMasterUrl().replaceAll("/+$", "");
    }

    CompletableFuture<Reply> create(String namespace, JsonNode execution) {
        return send(request(namespace, "", "").post("application/json", bytes(execution)));
    }

    CompletableFuture<Reply> mergeStatus(String namespace, String name, JsonNode patch) {
        return send(request(namespace, "/" + name + "/status", "")
                .method("PATCH", "application/merge-patch+json", JSON.writeValueAsString(patch)));
    }

    CompletableFuture<Reply> delete(String namespace, String name) {
        return send(request(namespace, "/" + name, "").delete("application/json", "{}"));
    }

    /** Deletes all Executions of a run in a namespace. */
    CompletableFuture<Reply> deleteAll(String namespace, String runId) {
        String selector = URLEncoder.encode(RUN_LABEL + "=" + runId, StandardCharsets.UTF_8);
        return send(request(namespace, "", "?labelSelector=" + selector).delete("application/json", "{}"));
    }

    /** Returns one page of Executions of a namespace; empty: of all. */
    Reply list(String namespace, String continueToken) throws InterruptedException {
        String query = "?limit=500"
                + (continueToken.isEmpty()
                        ? ""
                        : "&continue=" + URLEncoder.encode(continueToken, StandardCharsets.UTF_8));
        Reply reply = join(send(request(namespace, "", query)));
        if (!reply.succeeded()) {
            throw new ApiException(reply.status(), "cannot list Executions: " + reply.problem());
        }
        return reply;
    }

    /** Begins to watch Executions of a namespace (empty: of all) that changed after the version. */
    CompletableFuture<HttpResponse<AsyncBody>> watch(
            String namespace, String resourceVersion, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        String query = "?watch=true&allowWatchBookmarks=true&resourceVersion=" + resourceVersion;
        return http.consumeBytes(request(namespace, "", query).forStreaming().build(), consumer);
    }

    /** Waits for an answer, at most ten seconds. */
    static Reply join(CompletableFuture<Reply> answer) throws InterruptedException {
        try {
            return answer.get(ANSWER_SECONDS + 1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new ApiException(0, NO_ANSWER);
        } catch (ExecutionException e) {
            throw new ApiException(
                    0,
                    e.getCause() instanceof TimeoutException
                            ? NO_ANSWER
                            : "the API server did not answer: " + Reason.of(e));
        }
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    private HttpRequest.Builder request(String namespace, String rest, String query) {
        String scope = namespace.isEmpty() ? "" : "/namespaces/" + namespace;
        return http.newHttpRequestBuilder()
                .uri(server + "/apis/" + ExecutionCrd.API_VERSION + scope + "/" + ExecutionCrd.PLURAL + rest + query)
                .header("Accept", "application/json");
    }

    private CompletableFuture<Reply> send(HttpRequest.Builder request) {
        return http.sendAsync(request.timeout(ANSWER_SECONDS, TimeUnit.SECONDS).build(), byte[].class)
                .thenApply(response -> new Reply(response.code(), body(response.body())))
                .orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    private static JsonNode body(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException e) {
            return JSON.createObjectNode()
                    .put(
                            "message",
                            "not JSON: "
                                    + new String(bytes, StandardCharsets.UTF_8)
                                            .lines()
                                            .findFirst()
                                            .orElse(""));
        }
    }

    private static byte[] bytes(JsonNode node) {
        return JSON.writeValueAsBytes(node);
    }
}
