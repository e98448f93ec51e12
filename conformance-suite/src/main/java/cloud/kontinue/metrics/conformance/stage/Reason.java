package cloud.kontinue.metrics.conformance.stage;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Says in one line for people why something failed. */
final class Reason {

    private Reason() {}

    static String of(Throwable problem) {
        if (problem instanceof KubernetesClientException refused
                && refused.getStatus() != null
                && refused.getStatus().getMessage() != null) {
            return refused.getStatus().getMessage();
        }
        Throwable cause = problem;
        for (Throwable inner = cause.getCause(); inner != null && isWrapper(cause); inner = cause.getCause()) {
            cause = inner;
        }
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }

    /** Returns whether its own message tells less than its cause's. */
    private static boolean isWrapper(Throwable problem) {
        return problem instanceof ExecutionException
                || problem instanceof CompletionException
                || problem instanceof KubernetesClientException
                || problem.getMessage() == null;
    }
}
