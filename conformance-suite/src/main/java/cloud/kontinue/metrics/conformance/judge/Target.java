package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What Prometheus found by the documented job, and what it made of it.
 *
 * @param worker whom the question concerned
 * @param pod its name
 * @param active whether it is scraped; otherwise relabelling dropped it
 * @param instance the label of its series; empty where it was dropped
 * @param health {@code up}, {@code down} or {@code unknown}; empty where it was dropped
 * @param error of the last scrape; empty for none
 * @param answer where it is told of
 */
record Target(
        String worker,
        String pod,
        boolean active,
        String instance,
        String health,
        String error,
        PrometheusAnswered answer) {

    private static final String JOB = "kontinue-workers";
    private static final String HARNESS_JOB = "kontinue-conformance-harness";

    /** Returns the pods of the documented job, in the order in which Prometheus was asked. */
    static List<Target> all(History history) {
        return history.answers(Topic.TARGETS).stream().flatMap(Target::of).toList();
    }

    /** Returns the pod of a worker: its name begins with {@code worker-} and ends with the worker's own, in lower case. */
    static List<Target> ofWorker(History history, String worker) {
        String end = "-" + worker.toLowerCase(Locale.ROOT);
        return all(history).stream()
                .filter(target -> target.pod.startsWith("worker-") && target.pod.endsWith(end))
                .toList();
    }

    /** Returns the pods of one name. */
    static List<Target> named(History history, String pod) {
        return all(history).stream().filter(target -> target.pod.equals(pod)).toList();
    }

    /** Returns why nothing that Prometheus says can be held against the worker. */
    static Optional<String> harnessProblem(History history) {
        boolean up = history.answers(Topic.UP).stream()
                .flatMap(StoredSeries::of)
                .filter(series -> series.label("job").equals(HARNESS_JOB))
                .flatMap(series -> series.points().stream())
                .anyMatch(point -> point.value() == 1);
        return up
                ? Optional.empty()
                : Optional.of("Prometheus did not reach the harness' own page: it or the host is to blame");
    }

    private static Stream<Target> of(PrometheusAnswered answer) {
        JsonNode data = PrometheusJson.data(answer);
        return Stream.concat(
                        stream(data.path("activeTargets")).map(node -> of(answer, node, true)),
                        stream(data.path("droppedTargets")).map(node -> of(answer, node, false)))
                .flatMap(Optional::stream);
    }

    private static Optional<Target> of(PrometheusAnswered answer, JsonNode node, boolean active) {
        JsonNode discovered = node.path("discoveredLabels");
        String job = node.path("scrapePool").asString(discovered.path("job").asString(""));
        if (!job.equals(JOB)) {
            return Optional.empty();
        }
        return Optional.of(new Target(
                answer.worker(),
                discovered.path("__meta_kubernetes_pod_name").asString(""),
                active,
                node.path("labels").path("instance").asString(""),
                node.path("health").asString(""),
                node.path("lastError").asString(""),
                answer));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.values().stream();
    }
}
