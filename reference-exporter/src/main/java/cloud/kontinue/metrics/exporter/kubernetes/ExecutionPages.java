package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.Execution;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/** Asks for pages of listings and reads them while they arrive, as a cluster's Executions may not fit into memory. */
final class ExecutionPages {

    private final KubernetesClient client;
    private final int milliseconds;

    ExecutionPages(KubernetesClient client) {
        this.client = client;
        milliseconds = client.getConfiguration().getRequestTimeout();
    }

    /** Hands over the Executions of one page one by one; waits at most the client's request timeout for it to begin, and again to end. */
    ExecutionPage get(String pathAndQuery, Consumer<Execution> each) throws ClusterException, InterruptedException {
        var server = Executions.server(client);
        var http = client.getHttpClient();
        var request = http.newHttpRequestBuilder()
                .uri(server + pathAndQuery)
                .header("Accept", "application/json")
                .timeout(milliseconds, TimeUnit.MILLISECONDS)
                .build();
        try {
            return read(http.sendAsync(request, InputStream.class).get(milliseconds, TimeUnit.MILLISECONDS), each);
        } catch (ExecutionException | TimeoutException | KubernetesClientException | JacksonException e) {
            throw Failures.of("GET " + pathAndQuery, server, e);
        }
    }

    private ExecutionPage read(HttpResponse<InputStream> response, Consumer<Execution> each) {
        var bound = new CompletableFuture<Void>().orTimeout(milliseconds, TimeUnit.MILLISECONDS);
        var unused = bound.whenComplete((read, late) -> close(response.body()));
        try {
            if (!response.isSuccessful()) {
                throw new KubernetesClientException(response.message(), response.code(), status(response.body()));
            }
            return ExecutionPage.read(response.body(), each);
        } finally {
            bound.complete(null);
        }
    }

    private Status status(InputStream body) {
        try {
            return client.getKubernetesSerialization().unmarshal(body, Status.class);
        } catch (KubernetesClientException | IllegalArgumentException notJson) {
            return new Status();
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // Who still reads from it gets its own exception.
            return;
        }
    }
}
