package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SamenessTest {

    private static final String SLEEP = "conformance-sleep";
    private static final String OPENMETRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    @Test
    void sameValuesInEveryScrapeConform() {
        assertThat(slept().scrapes("W1", 6, 9, at -> page(1)).verdict("E5")).conforms();
    }

    @Test
    void valueThatEachScrapeMovesIsAViolation() {
        assertThat(slept().scrapes("W1", 6, 9, at -> page(at)).verdict("E5"))
                .violatesObserving("kontinue_executions_completed", "is 6 in one and 6.500 in the next")
                .violatesObserving("nothing happened between");
    }

    @Test
    void valueThatFallsOnceIsLeftToTheRequirementOnFalling() {
        Script script = slept().scrapes("W1", 6, 9, at -> at < 6.1 ? page(1) : "");

        assertThat(script.verdict("E5")).conforms();
        assertThat(script.verdict("C8")).violatesObserving("fell");
    }

    @Test
    void valueThatComesAndGoesIsAViolation() {
        assertThat(slept().scrapes("W1", 6, 9, at -> at % 1 < 0.4 ? "" : page(1))
                        .verdict("E5"))
                .violatesObserving("is absent in one and there in the next");
    }

    @Test
    void statesMayChangeByARefresh() {
        assertThat(slept().scrapes("W1", 6, 9, at -> page(1) + states(at)).verdict("E5"))
                .conforms();
    }

    @Test
    void valuesThatMoveWithinThreeSecondsOfAnEndAreNotAccused() {
        assertThat(slept().scrapes("W1", 2, 9, at -> page(at < 5.3 ? 0 : 1)).verdict("E5"))
                .conforms();
    }

    @Test
    void scrapesWithoutAQuietTimeAreNotVerified() {
        assertThat(slept().scrapes("W1", 1, 5, at -> page(at)).verdict("E5")).isNotVerifiedBecause("nothing happened");
    }

    @ParameterizedTest
    @EnumSource(names = {"TEXT", "GZIP"})
    void sameDataInAnotherAnswerConforms(Purpose variant) {
        Script script = slept().scrape("W1", 6, page(1)).scrape("W1", variant, 6.2, Script.TEXT, page(1));

        assertThat(script.verdict("E7")).conforms();
    }

    @ParameterizedTest
    @EnumSource(names = {"TEXT", "GZIP"})
    void otherDataInAnotherAnswerIsAViolation(Purpose variant) {
        Script script = slept().scrape("W1", 6, page(2)).scrape("W1", variant, 6.2, Script.TEXT, page(1));

        assertThat(script.verdict("E7")).violatesObserving("is 2 in one and 1 in the next as " + variant);
    }

    @Test
    void openMetricsMayAddTotalAndWriteBoundsAsFractions() {
        String latency = PageText.page().latency(SLEEP, "w1", 1.4).text();
        String openMetrics = latency.replace("le=\"1\"", "le=\"1.0\"").replace("le=\"10\"", "le=\"10.0\"") + """
                # TYPE kontinue_executions_completed counter
                kontinue_executions_completed_total{function="conformance-sleep",result="success"} 1.0
                # EOF
                """;
        Script script = slept().scrape("W1", 6, latency + page(1))
                .scrape("W1", Purpose.OPENMETRICS, 6.2, OPENMETRICS, openMetrics);

        assertThat(script.verdict("E7")).conforms();
    }

    @Test
    void openMetricsWithoutAFamilyIsAViolation() {
        Script script = slept().scrape("W1", 6, page(1)).scrape("W1", Purpose.OPENMETRICS, 6.2, OPENMETRICS, "# EOF\n");

        assertThat(script.verdict("E7")).violatesObserving("absent in the next as OPENMETRICS");
    }

    @Test
    void refusalOfAFormatIsAViolation() {
        Script script =
                slept().scrape("W1", 6, page(1)).scrape("W1", Purpose.OPENMETRICS, 6.2, 6.3, 406, "text/plain", "no\n");

        assertThat(script.verdict("E7")).violatesObserving("status 406 when asked for OPENMETRICS");
    }

    @Test
    void formatThatWasNotAskedForIsNotVerified() {
        assertThat(slept().scrape("W1", 6, page(1)).verdict("E7")).isNotVerifiedBecause("no answer in another format");
    }

    private static Script slept() {
        return Script.run()
                .worker("W1", "g1")
                .create("e1", SLEEP, "g1", 0.5, 1.4)
                .executes("e1", "w1", 0.6, 2.1, "Completed");
    }

    private static String page(double completed) {
        return PageText.page().completed(SLEEP, "success", completed).text();
    }

    private static String states(double value) {
        return "# TYPE kontinue_execution_states gauge\n"
                + "kontinue_execution_states{function=\"f\",state=\"Pending\",namespace=\"a\",worker=\"\"} " + value
                + "\n";
    }
}
