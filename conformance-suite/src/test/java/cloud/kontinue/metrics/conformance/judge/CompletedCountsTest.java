package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

final class CompletedCountsTest {

    private static final String SLEEP = "conformance-sleep";
    private static final String FAIL = "conformance-fail";

    @Test
    void oneMorePerSuccessAndPerErrorConforms() {
        Script script = both(at -> counted(at >= 2.5 ? 2 : 0, "error", at >= 2.5 ? 1 : 0));

        assertThat(script.verdict("C5")).conforms();
        assertThat(script.verdict("C6")).conforms();
        assertThat(script.verdict("C7")).conforms();
    }

    @Test
    void successCountedTwiceIsAViolation() {
        Script script = both(at -> counted(at >= 2.5 ? 4 : 0, "error", at >= 2.5 ? 1 : 0));

        assertThat(script.verdict("C5"))
                .violatesObserving("conformance-sleep: 4 under result=\"success\" on W1, where 2 had ended so");
        assertThat(script.verdict("C6")).conforms();
    }

    @Test
    void errorThatIsNotCountedIsAViolation() {
        Script script = both(at -> counted(at >= 2.5 ? 2 : 0, "error", 0));

        assertThat(script.verdict("C6"))
                .violatesObserving("conformance-fail: 0 under result=\"error\" on W1, where 1 had ended so");
        assertThat(script.verdict("C5")).conforms();
    }

    @Test
    void errorCountedAsASuccessIsAViolationOfTheErrorsAlone() {
        Script script = both(at -> counted(at >= 2.5 ? 2 : 0, "success", at >= 2.5 ? 1 : 0));

        assertThat(script.verdict("C6")).violatesObserving("conformance-fail: 0 under result=\"error\"");
        assertThat(script.verdict("C5")).conforms();
    }

    @Test
    void counterThatMovesBeforeTheStatusWithinItsTimeIsNotAccused() {
        Script script = both(at -> counted(at >= 2.4 ? 2 : 0, "error", at >= 2.4 ? 1 : 0));

        assertThat(script.verdict("C7")).conforms();
    }

    @Test
    void counterThatMovesThreeSecondsAfterTheStatusIsNotAccused() {
        Script script = both(at -> counted(at >= 5.4 ? 2 : 0, "error", at >= 5.4 ? 1 : 0));

        assertThat(script.verdict("C5")).conforms();
        assertThat(script.verdict("C6")).conforms();
    }

    @Test
    void counterThatMovesTenSecondsLateIsAViolation() {
        Script script = both(at -> counted(at >= 12.5 ? 2 : 0, "error", at >= 2.5 ? 1 : 0));

        assertThat(script.verdict("C5")).violatesObserving("0 under result=\"success\" on W1, where 2 had ended so");
    }

    @Test
    void counterThatMovesAtTheStartIsAViolationOfC7Alone() {
        Script script = both(at -> counted(at >= 1.1 ? 2 : 0, "error", at >= 1.1 ? 1 : 0));

        assertThat(script.verdict("C7")).violatesObserving("on W1 when at most 0 can have ended", "was still to run");
        assertThat(script.verdict("C5")).conforms();
        assertThat(script.verdict("C6")).conforms();
    }

    @Test
    void executionThatEndedBeforeItsTimeMayBeCountedAtOnce() {
        Script script = Script.run()
                .worker("W1", "g1")
                .create("e1", SLEEP, "g1", 1, 10.4)
                .executes("e1", "w1", 1.1, 1.5, "Failed")
                .scrapes("W1", 1.2, 4, at -> PageText.page()
                        .completed(SLEEP, "error", 1)
                        .text());

        assertThat(script.verdict("C7")).isNotVerifiedBecause("under way");
    }

    @Test
    void executionStillUnderWayMakesNoQuietTail() {
        Script script = Script.run()
                .worker("W1", "g1")
                .create("e1", SLEEP, "g1", 1, 10.4)
                .observe("e1", 1.1, "Executing", "w1")
                .scrapes("W1", 1, 9, at -> "");

        assertThat(script.verdict("C5")).isNotVerifiedBecause("no quiet page");
        assertThat(script.verdict("C6")).isNotVerifiedBecause("no quiet page");
    }

    @Test
    void suspendedExecutionCountsOnce() {
        Script script = Script.run()
                .worker("W1", "g1")
                .create("e1", "conformance-suspend", "g1", 1, 5.4)
                .observe("e1", 1.1, "Executing", "w1")
                .observe("e1", 1.2, "Suspended", "w1")
                .observe("e1", 6.6, "Executing", "w1")
                .observe("e1", 6.7, "Completed", "w1")
                .scrapes("W1", 10, 12, at -> PageText.page()
                        .completed("conformance-suspend", "success", 2)
                        .text());

        assertThat(script.verdict("C5")).violatesObserving("2 under result=\"success\"", "where 1 had ended so");
    }

    @Test
    void canceledExecutionMayCountAsAnErrorOrNot() {
        Script script = both(at -> counted(at >= 2.5 ? 2 : 0, "error", at >= 2.5 ? 2 : 0))
                .create("c", FAIL, "g1", 1, 0.4)
                .executes("c", "w1", 1.1, 1.6, "Canceled");

        assertThat(script.verdict("C6")).conforms();
    }

    /** Two successes and a failure, all from 1.1 to 2.5 s on W1. */
    private static Script both(DoubleFunction<String> page) {
        return Script.run()
                .worker("W1", "g1")
                .create("e1", SLEEP, "g1", 1, 1.4)
                .executes("e1", "w1", 1.1, 2.5, "Completed")
                .create("e2", SLEEP, "g1", 1, 1.4)
                .executes("e2", "w1", 1.1, 2.5, "Completed")
                .create("e3", FAIL, "g1", 1, 1.4)
                .executes("e3", "w1", 1.1, 2.5, "Failed")
                .scrapes("W1", 0.5, 16, page);
    }

    private static String counted(double successes, String resultOfFailures, double failures) {
        return PageText.page()
                .completed(SLEEP, "success", successes)
                .completed(FAIL, resultOfFailures, failures)
                .text();
    }
}
