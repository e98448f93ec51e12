package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered.Topic;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValidBodyTest {

    private static final String SLEEP = "conformance-sleep";
    private static final String PAGE = PageText.page().latency(SLEEP, "w1", 1.4).text();

    @Test
    void validBodyConforms() {
        assertThat(served(PAGE).verdict("E3")).conforms();
    }

    @Test
    void missingFinalLineFeedIsAViolation() {
        assertThat(served(PAGE.strip()).verdict("E3"))
                .violatesObserving("line feed")
                .withEvidenceAt("#L6");
    }

    @Test
    void duplicateSeriesIsAViolation() {
        String line = "kontinue_executions_running{function=\"f\",namespace=\"a\",worker=\"w1\"} 1\n";

        assertThat(served("# TYPE kontinue_executions_running gauge\n" + line + line)
                        .verdict("E3"))
                .violatesObserving("found another")
                .withEvidenceAt("#L3");
    }

    @Test
    void malformedFamilyOfAnotherLibraryIsAViolation() {
        assertThat(served(PAGE + "# TYPE jvm_threads gauge\njvm_threads{ 3\n").verdict("E3"))
                .violatesObserving("line 8")
                .withEvidenceAt("#L8");
    }

    @Test
    void bucketsOfTheLatencyAreAnotherRequirementsMatter() {
        assertThat(served(PAGE.replace("le=\"+Inf\"} 1", "le=\"+Inf\"} 2")).verdict("E3"))
                .conforms();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/json", "text/html"})
    void contentTypeOfNoExpositionIsAViolation(String contentType) {
        Script script = Script.run().worker("W1", "g1").scrape("W1", Purpose.REGULAR, 5, contentType, PAGE);

        assertThat(script.verdict("E3"))
                .violatesObserving("Content-Type '" + contentType + "'", "none of an exposition");
    }

    @Test
    void timestampOfTheScrapeConforms() {
        assertThat(stamped(Script.STARTED_AT.toEpochMilli() + 2_000).verdict("E3"))
                .conforms();
    }

    @Test
    void oldTimestampIsAViolation() {
        assertThat(stamped(Script.STARTED_AT.toEpochMilli() - 60_000).verdict("E3"))
                .violatesObserving("carries a timestamp -65.00 s off the scrape");
    }

    @Test
    void statusOtherThan200AfterAPageIsAViolation() {
        Script script = served(PAGE).scrape("W1", Purpose.REGULAR, 6, 6.1, 500, "text/plain", "error\n");

        assertThat(script.verdict("E3")).violatesObserving("served before, but now: status 500");
    }

    @Test
    void statusOtherThan200BeforeTheFirstPageIsNotAccused() {
        Script script = served(PAGE).scrape("W1", Purpose.REGULAR, 2, 2.1, 503, "text/plain", "starting\n");

        assertThat(script.verdict("E3")).conforms();
    }

    @Test
    void statusOtherThan200WhileListingIsDeniedIsAnotherRequirementsMatter() {
        Script script = served(PAGE)
                .listingDenied("W1", 5.5, 8)
                .scrape("W1", Purpose.REGULAR, 6, 6.1, 500, "text/plain", "error\n");

        assertThat(script.verdict("E3")).conforms();
    }

    @Test
    void statusOtherThan200OfAStoppingWorkerIsNotAccused() {
        Script script =
                served(PAGE).stopped("W1", 5.9).scrape("W1", Purpose.REGULAR, 6, 6.1, 503, "text/plain", "stopping\n");

        assertThat(script.verdict("E3")).conforms();
    }

    @Test
    void bodyThatPrometheusCannotReadIsAViolation() {
        assertThat(ingested("expected label name, got \\\"INVALID\\\"").verdict("E3"))
                .violatesObserving("Prometheus could not take in http://w1:9090/metrics", "expected label name");
    }

    @Test
    void whatPrometheusReadsOfAStrangerOnTheDefaultPortIsNotAccused() {
        assertThat(ingested("received unsupported Content-Type")
                        .missing(Prerequisite.DEFAULT_PORT, "", "port 8080 is taken")
                        .verdict("E3"))
                .conforms();
    }

    @Test
    void bodyWithoutAnEndIsNotVerifiedAndNamed() {
        byte[] endless = "a{b=\"c\"} 1\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        Script script = Script.run()
                .worker("W1", "g1")
                .event(new ScrapeTaken(
                        Script.span(5, 6),
                        "W1",
                        Purpose.REGULAR,
                        "http://h:1/metrics",
                        "*/*",
                        new Answered(200, Script.TEXT, "", endless, true)));

        assertThat(script.verdict("E3")).isNotVerifiedBecause("W1 answers more than 1 MiB at http://h:1/metrics");
    }

    @Test
    void targetThatIsGoneIsNotAccused() {
        assertThat(ingested("dial tcp 127.0.0.1:8080: connect: connection refused")
                        .verdict("E3"))
                .conforms();
    }

    @Test
    void recordingWithoutAnswersIsNotVerified() {
        assertThat(Script.run().worker("W1", "g1").verdict("E3")).isNotVerifiedBecause("no page");
    }

    private static Script served(String page) {
        return Script.run().worker("W1", "g1").scrape("W1", 5, page);
    }

    private static Script stamped(long milliseconds) {
        return served("# TYPE kontinue_executions_running gauge\n"
                + "kontinue_executions_running{function=\"f\",namespace=\"a\",worker=\"w1\"} 1 " + milliseconds + "\n");
    }

    private static Script ingested(String lastError) {
        return served(PAGE).answers(Topic.TARGETS, "W1", 6, "targets", """
                        {"status": "success", "data": {"activeTargets": [
                          {"scrapeUrl": "http://w1:9090/metrics", "health": "down", "lastError": "%s"}]}}
                        """.formatted(lastError));
    }
}
