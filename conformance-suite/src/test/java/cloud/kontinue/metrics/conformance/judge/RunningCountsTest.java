package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

final class RunningCountsTest {

    private static final String SLEEP = "conformance-sleep";

    @Test
    void valuesThatWereTrueConform() {
        assertThat(two(at -> gauge(at >= 1.1 && at < 11.5 ? 2 : 0)).verdict("R3"))
                .conforms()
                .measures("values.aboveZero", 15, 3);
    }

    @Test
    void executionThatIsNotCountedIsAViolation() {
        assertThat(two(at -> gauge(at >= 1.1 && at < 11.5 ? 1 : 0)).verdict("R3"))
                .violatesObserving("conformance-sleep in a: 1 on W1, while 2 were running")
                .withEvidenceAt("#L2");
    }

    @Test
    void absentGaugeReadsZero() {
        assertThat(two(at -> "").verdict("R3")).violatesObserving("0 on W1, while 2 were running");
    }

    @Test
    void valueAboveWhatRanIsAViolation() {
        assertThat(two(at -> gauge(at >= 1.1 && at < 11.5 ? 3 : 0)).verdict("R3"))
                .violatesObserving("3 on W1, while 0 to 2 were running");
    }

    @Test
    void valueBetweenTwoCountsIsAViolation() {
        Script script = two(at -> gauge(at < 1.4 ? 0.5 : at < 11.5 ? 2 : 0));

        assertThat(script.verdict("R3")).violatesObserving("0.5000 on W1");
    }

    @Test
    void gaugeThatMovesASecondLaterThanTheStatusIsNotAccused() {
        assertThat(two(at -> gauge(at >= 2 && at < 12.4 ? 2 : 0)).verdict("R3")).conforms();
    }

    @Test
    void gaugeThatMovesASecondBeforeTheStatusIsNotAccused() {
        assertThat(two(at -> gauge(at >= 1 && at < 10.5 ? 2 : 0)).verdict("R3")).conforms();
    }

    @Test
    void gaugeThatStaysForFiveSecondsIsAViolation() {
        assertThat(two(at -> gauge(at >= 1.1 && at < 16.5 ? 2 : 0)).verdict("R3"))
                .violatesObserving("2 on W1, while 0 were running");
    }

    @Test
    void gaugeThatStaysNoLongerThanWeWereLateIsNotVerified() {
        Script script = two(at -> gauge(at >= 1.1 && at < 13.2 ? 2 : 0)).late(13, 1.5);

        assertThat(script.verdict("R3")).isNotVerifiedBecause("lateness of 1.50 s");
    }

    @Test
    void latenessDoesNotVoidAClearViolation() {
        Script script = two(at -> gauge(at >= 1.1 && at < 18 ? 2 : 0)).late(13, 0.2);

        assertThat(script.verdict("R3")).violatesObserving("2 on W1, while 0 were running");
    }

    @Test
    void executionTooFastForTheWatchIsNotAccused() {
        Script script = Script.run()
                .worker("W1", "g1")
                .create("e1", "conformance-succeed", "g1", 1)
                .observe("e1", 1.05, "Completed", "w1")
                .scrape(
                        "W1",
                        1.02,
                        PageText.page().running("conformance-succeed", "w1", 1).text());

        assertThat(script.verdict("R3")).isNotVerifiedBecause("long enough");
    }

    @Test
    void executionOfTheGroupThatNobodyServesIsNeverCounted() {
        Script script = two(at -> gauge(at >= 1.1 && at < 11.5 ? 3 : 0))
                .existing("x", SLEEP, Script.NOBODY, 0, "Executing", "someone-else");

        assertThat(script.verdict("R3")).violatesObserving("3 on W1, while 0 to 2 were running");
    }

    @Test
    void suspendedExecutionMayCountOrNot() {
        assertThat(paused(at -> "").verdict("R3")).isNotVerifiedBecause("long enough");
        assertThat(paused(at -> at > 1.1 && at < 6.9
                                ? PageText.page()
                                        .running("conformance-suspend", "w1", 1)
                                        .text()
                                : "")
                        .verdict("R3"))
                .isNotVerifiedBecause("long enough");
    }

    @Test
    void ownerlessPairIsJudgedByTheSum() {
        Script script = Script.run()
                .withoutOwners()
                .worker("W2", "g2")
                .worker("W3", "g2")
                .create("e1", SLEEP, "g2", 1, 10.4)
                .observe("e1", 1.2, "Executing", "")
                .create("e2", SLEEP, "g2", 1, 10.4)
                .observe("e2", 1.2, "Executing", "")
                .scrapes("W2", 3, 9, at -> PageText.page()
                        .running(SLEEP, "w2", 1)
                        .text())
                .scrapes("W3", 3.1, 9, at -> PageText.page()
                        .running(SLEEP, "w3", 1)
                        .text());

        assertThat(script.verdict("R3")).conforms();
        assertThat(script.verdict("R6")).conforms();
    }

    private static Script paused(DoubleFunction<String> page) {
        return Script.run()
                .worker("W1", "g1")
                .create("e1", "conformance-suspend", "g1", 1, 5.4)
                .observe("e1", 1.1, "Executing", "w1")
                .observe("e1", 1.2, "Suspended", "w1")
                .observe("e1", 6.7, "Executing", "w1")
                .observe("e1", 6.8, "Completed", "w1")
                .scrapes("W1", 0.5, 12, page);
    }

    /** Two Executions run on W1 from 1.1 to 11.5 s. */
    private static Script two(DoubleFunction<String> page) {
        return Script.run()
                .worker("W1", "g1")
                .create("e1", SLEEP, "g1", 1, 10.4)
                .create("e2", SLEEP, "g1", 1, 10.4)
                .executes("e1", "w1", 1.1, 11.5, "Completed")
                .executes("e2", "w1", 1.1, 11.5, "Completed")
                .scrapes("W1", 0.8, 20, page);
    }

    private static String gauge(double value) {
        return PageText.page().running(SLEEP, "w1", value).text();
    }
}
