package cloud.kontinue.metrics.conformance.cluster;

import io.fabric8.kubernetes.client.KubernetesClientException;

/** Says in one line for people why a request to a cluster failed. */
final class ClusterFailures {

    private static final int LONGEST = 200;

    private ClusterFailures() {}

    /** Returns what the API server said, or else what the innermost cause says. */
    static String oneLine(Throwable failure) {
        if (failure instanceof KubernetesClientException refusal
                && refusal.getStatus() != null
                && refusal.getStatus().getMessage() != null) {
            return shorten(refusal.getCode() + " " + refusal.getStatus().getMessage());
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return shorten(message == null ? cause.getClass().getSimpleName() : message);
    }

    private static String shorten(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
