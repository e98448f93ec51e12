package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LatencyJudgeTest {

    private static final String SLEEP = "conformance-sleep";
    private static final String GOOD =
            PageText.page().latency(SLEEP, "w1", 1.45).text();

    @ParameterizedTest
    @ValueSource(strings = {"L1", "L2", "L7", "L8", "L10"})
    void documentedHistogramConforms(String id) {
        assertThat(slept(GOOD).verdict(id)).conforms();
    }

    @ParameterizedTest
    @ValueSource(strings = {"L1", "L2", "L7", "L8", "L10"})
    void histogramThatWasNeverDueIsNotVerified(String id) {
        Script script = Script.run().worker("W1", "g1").scrapes("W1", 1, 5, at -> "");

        assertThat(script.verdict(id)).isNotVerifiedBecause("no ");
    }

    @Test
    void histogramOfAnotherNameIsAViolationThatShowsTheOtherName() {
        String page = GOOD.replace("kontinue_execution_latency", "kontinue_execution_latency_seconds");

        assertThat(slept(page).verdict("L1"))
                .violatesObserving("no sample named kontinue_execution_latency_count")
                .violatesObserving("kontinue_execution_latency_seconds");
    }

    @Test
    void summaryIsAViolation() {
        String page = """
                # TYPE kontinue_execution_latency summary
                kontinue_execution_latency_sum{function="conformance-sleep",namespace="a",worker="w1"} 1.45
                kontinue_execution_latency_count{function="conformance-sleep",namespace="a",worker="w1"} 1
                """;

        assertThat(slept(page).verdict("L1"))
                .violatesObserving("of type summary")
                .expecting("# TYPE kontinue_execution_latency histogram");
    }

    @Test
    void histogramThatIsLateByLessThanThreeSecondsIsNotAccused() {
        Script script = slept(GOOD).scrape("W1", 2.6, "").scrape("W1", 5.4, "");

        assertThat(script.verdict("L1")).conforms();
    }

    @Test
    void labelTooManyOnTheCountIsAViolation() {
        String page =
                GOOD.replace("_count{", "_count{result=\"success\",").replace("_sum{", "_sum{result=\"success\",");

        assertThat(slept(page).verdict("L2")).violatesObserving("extra result");
    }

    @Test
    void labelTooFewOnABucketIsAViolation() {
        String page = GOOD.replaceAll("(bucket\\{.*),worker=\"w1\"", "$1");

        assertThat(slept(page).verdict("L2"))
                .violatesObserving("missing worker")
                .withEvidenceAt("#L2");
    }

    @Test
    void bucketsThatAreNotCumulativeAreAViolation() {
        String page = PageText.page().latency(SLEEP, "w1", 0.1, 0.2, 1.45).text();

        assertThat(slept(page.replace("le=\"10\"} 3", "le=\"10\"} 1")).verdict("L7"))
                .violatesObserving("the bucket of 10 holds 1, fewer than the 2 below it: not cumulative")
                .withEvidenceAt("#L3");
    }

    @Test
    void missingInfiniteBucketIsAViolation() {
        assertThat(slept(GOOD.replaceAll("(?m)^.*\\+Inf.*\n", "")).verdict("L7"))
                .violatesObserving("no bucket of +Inf");
    }

    @Test
    void infiniteBucketOtherThanTheCountIsAViolation() {
        assertThat(slept(GOOD.replace("le=\"+Inf\"} 1", "le=\"+Inf\"} 2")).verdict("L7"))
                .violatesObserving("the bucket of +Inf holds 2, but the count is 1");
    }

    @Test
    void missingSumIsAViolation() {
        assertThat(slept(GOOD.replaceAll("(?m)^.*_sum.*\n", "")).verdict("L7"))
                .violatesObserving("no kontinue_execution_latency_sum");
    }

    @Test
    void boundsWrittenAsFractionsAreTheSameBuckets() {
        String page = GOOD.replace("le=\"1\"", "le=\"1.0\"").replace("le=\"10\"", "le=\"1e1\"");

        assertThat(slept(page).verdict("L8")).conforms();
    }

    @Test
    void missingBoundaryIsAViolationThatListsThoseThere() {
        assertThat(slept(GOOD.replace("le=\"1\"", "le=\"1.5\"")).verdict("L8"))
                .violatesObserving("only the bounds 1.500, 10, Inf");
    }

    @Test
    void countThatFallsIsAViolation() {
        Script script = Script.run()
                .worker("W1", "g1")
                .scrape("W1", 5, PageText.page().latency(SLEEP, "w1", 1, 2).text())
                .scrape("W1", 6, PageText.page().latency(SLEEP, "w1", 1).text());

        assertThat(script.verdict("L10")).violatesObserving("fell on W1 from 2 to 1");
    }

    @Test
    void histogramThatDisappearsHasFallen() {
        Script script = Script.run().worker("W1", "g1").scrape("W1", 5, GOOD).scrape("W1", 6, "");

        assertThat(script.verdict("L10")).violatesObserving("to gone");
    }

    @Test
    void scrapesUnderWayAtOnceAreNotComparedWithEachOther() {
        Script script = Script.run()
                .worker("W1", "g1")
                .scrape("W1", 1, GOOD)
                .scrape(
                        "W1",
                        Purpose.REGULAR,
                        5,
                        5.1,
                        200,
                        Script.TEXT,
                        PageText.page().latency(SLEEP, "w1", 1, 2).text())
                .scrape("W1", Purpose.REGULAR, 5, 5.3, 200, Script.TEXT, GOOD);

        assertThat(script.verdict("L10")).conforms();
    }

    @Test
    void fallWithANewProcessIsNoViolation() {
        Script script = Script.run()
                .worker("W1", "g1")
                .scrape("W1", 5, PageText.page().latency(SLEEP, "w1", 1, 2).text() + "process_start_time_seconds 1\n")
                .scrape("W1", 6, GOOD + "process_start_time_seconds 2\n")
                .scrape("W1", 7, GOOD + "process_start_time_seconds 2\n");

        assertThat(script.verdict("L10")).conforms();
    }

    /** W1 sleeps from 1 to 2.5 s; from 6 s on, and so more than 3 s later, it serves the page. */
    private static Script slept(String page) {
        return Script.run()
                .worker("W1", "g1")
                .create("e1", SLEEP, "g1", 1, 1.4)
                .executes("e1", "w1", 1.1, 2.5, "Completed")
                .scrapes("W1", 6, 8, at -> page);
    }
}
