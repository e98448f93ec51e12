package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Says in one line what went wrong with a request. */
final class Failures {

    private static final Set<Class<? extends Exception>> WRAPPINGS = Set.of(
            KubernetesClientException.class,
            WatcherException.class,
            ExecutionException.class,
            CompletionException.class);

    private Failures() {}

    /**
     * Returns what a failure means to a worker.
     *
     * @param request what was asked for
     * @param server whom it was asked of
     */
    static ClusterException of(String request, String server, Throwable failure) {
        var cause = unwrap(failure);
        if (cause instanceof KubernetesClientException refused && refused.getCode() != 0) {
            var said = Optional.ofNullable(refused.getStatus())
                    .map(Status::getMessage)
                    .map(Failures::firstLine)
                    .orElse("");
            return ClusterException.answered(
                    refused.getCode(),
                    request + " was answered " + refused.getCode() + (said.isEmpty() ? "" : ": " + said));
        }
        return ClusterException.unreachable(request + " of " + server + " failed: " + reason(cause));
    }

    /** Returns the kind and the first line of what is within the client's wrappings. */
    static String reason(Throwable failure) {
        var cause = unwrap(failure);
        var name = cause.getClass().getSimpleName();
        var message = firstLine(Objects.requireNonNullElse(cause.getMessage(), ""));
        return message.isEmpty() ? name : name + ": " + message;
    }

    private static Throwable unwrap(Throwable failure) {
        var cause = failure.getCause();
        return cause != null && WRAPPINGS.contains(failure.getClass()) ? unwrap(cause) : failure;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
