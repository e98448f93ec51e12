package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P1, P2, P3 and P6. */
final class DiscoveryTest {

    private static final String D = "10.0.0.11:8080";
    private static final String Z = "10.0.0.14:8080";

    @Test
    void acceptsADiscoveredPodThatIsUp() {
        assertThat(targets(active("worker-d", D, "up", ""), "").verdict("P1")).conforms();
    }

    @Test
    void findsAPodThatCarriesTheRunInItsName() {
        assertThat(targets(active("worker-4711-d", D, "up", ""), "").verdict("P1"))
                .conforms();
    }

    @Test
    void reportsAScrapeThatFails() {
        assertThat(targets(active("worker-d", D, "down", "received unsupported Content-Type"), "")
                        .verdict("P1"))
                .violatesObserving("the pod worker-d is down: received unsupported Content-Type");
    }

    @Test
    void reportsAPodThatIsDropped() {
        assertThat(targets("", dropped("worker-d")).verdict("P1")).violatesObserving("the pod worker-d was dropped");
    }

    @Test
    void doubtsATargetThatWasNotYetScraped() {
        assertThat(targets(active("worker-d", D, "unknown", ""), "").verdict("P1"))
                .isNotVerifiedBecause("had not yet scraped");
    }

    @Test
    void ignoresOtherJobs() {
        String other = active("worker-d", D, "down", "").replace("kontinue-workers", "another");

        assertThat(targets(other, "").verdict("P1")).isNotVerifiedBecause("was not seen to discover");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1", "P2", "P3", "P6"})
    void blamesNoWorkerWhereTheHarnessIsDown(String id) {
        Script script = Script.run()
                .prometheus("3.5.3", true)
                .answers(Topic.UP, "D", 30, "query?query=up", vector(up("kontinue-conformance-harness", "0")))
                .answers(Topic.TARGETS, "D", 30, "targets", found(active("worker-d", D, "down", "x"), ""));

        assertThat(script.verdict(id)).isNotVerifiedBecause("did not reach the harness' own page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1", "P2", "P3", "P4", "P5", "P6"})
    void needsAPrometheus(String id) {
        Script script = Script.run().missing(Prerequisite.PROMETHEUS, "", "no Prometheus was found");

        assertThat(script.verdict(id)).isNotVerifiedBecause("no Prometheus was found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1", "P2", "P3", "P6"})
    void needsDiscovery(String id) {
        Script script = Script.run()
                .missing(Prerequisite.PROMETHEUS_DISCOVERY, "", "this Prometheus has no Kubernetes discovery");

        assertThat(script.verdict(id)).isNotVerifiedBecause("no Kubernetes discovery");
    }

    @Test
    void acceptsDecoysThatAreDropped() {
        Script script = targets("", dropped("decoy-no-label") + "," + dropped("decoy-other-port"));

        assertThat(script.verdict("P2")).conforms();
        assertThat(script.verdict("P3")).conforms();
    }

    @Test
    void reportsAPodWithoutTheLabelThatIsATarget() {
        assertThat(targets(active("decoy-no-label", D, "down", ""), "").verdict("P2"))
                .violatesObserving("the pod decoy-no-label is a target");
    }

    @Test
    void reportsAnotherPortThatIsATarget() {
        assertThat(targets(active("decoy-other-port", D, "down", ""), "").verdict("P3"))
                .violatesObserving("the pod decoy-other-port is a target");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P2", "P3"})
    void provesNothingByDecoysThatWereNotDiscovered(String id) {
        assertThat(targets(active("worker-d", D, "up", ""), "").verdict(id))
                .isNotVerifiedBecause("was not seen to discover the pod decoy");
    }

    @Test
    void acceptsADisabledWorkerWithoutSeries() {
        Script script = targets(active("worker-z", Z, "down", "connection refused"), "")
                .answers(Topic.SERIES, "Z", 50, "query", vector(series(D)));

        assertThat(script.verdict("P6")).conforms();
    }

    @Test
    void reportsSeriesOfADisabledWorker() {
        Script script =
                targets(active("worker-z", Z, "up", ""), "").answers(Topic.SERIES, "Z", 50, "query", vector(series(Z)));

        assertThat(script.verdict("P6")).violatesObserving("stored kontinue_executions_running from " + Z);
    }

    @Test
    void blamesNoWorkerForTheSeriesOfAStrangerOnItsPort() {
        Script script = targets(active("worker-z", Z, "up", ""), "")
                .answers(Topic.SERIES, "Z", 50, "query", vector(series(Z)))
                .missing(Prerequisite.DEFAULT_PORT, "", "port 8080 is taken");

        assertThat(script.verdict("P6")).isNotVerifiedBecause("port 8080 is taken");
    }

    @Test
    void provesNothingByAPodThatWasNotScraped() {
        assertThat(targets(active("worker-z", Z, "unknown", ""), "").verdict("P6"))
                .isNotVerifiedBecause("was not seen to scrape the pod of Z");
    }

    private static Script targets(String active, String dropped) {
        return Script.run()
                .prometheus("3.5.3", true)
                .answers(Topic.UP, "D", 30, "query?query=up", vector(up("kontinue-conformance-harness", "1")))
                .answers(Topic.TARGETS, "D", 30, "targets?state=any", found(active, dropped));
    }

    private static String found(String active, String dropped) {
        return "{\"status\":\"success\",\"data\":{\"activeTargets\":[" + active + "],\"droppedTargets\":[" + dropped
                + "]}}";
    }

    private static String active(String pod, String instance, String health, String error) {
        return """
            {"discoveredLabels":{"__meta_kubernetes_pod_name":"%s","job":"kontinue-workers"},
             "labels":{"instance":"%s","job":"kontinue-workers"},"scrapePool":"kontinue-workers",
             "health":"%s","lastError":"%s"}""".formatted(pod, instance, health, error);
    }

    private static String dropped(String pod) {
        return "{\"discoveredLabels\":{\"__meta_kubernetes_pod_name\":\"%s\",\"job\":\"kontinue-workers\"}}"
                .formatted(pod);
    }

    private static String vector(String results) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[" + results + "]}}";
    }

    private static String up(String job, String value) {
        return "{\"metric\":{\"__name__\":\"up\",\"job\":\"%s\"},\"value\":[1767225630,\"%s\"]}".formatted(job, value);
    }

    private static String series(String instance) {
        return "{\"metric\":{\"__name__\":\"kontinue_executions_running\",\"instance\":\"%s\"},\"value\":[1767225650,\"1\"]}"
                .formatted(instance);
    }
}
