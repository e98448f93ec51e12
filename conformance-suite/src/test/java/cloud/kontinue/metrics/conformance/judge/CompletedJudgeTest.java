package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompletedJudgeTest {

    private static final String SLEEP = "conformance-sleep";
    private static final String GOOD =
            PageText.page().completed(SLEEP, "success", 1).text();

    @ParameterizedTest
    @ValueSource(strings = {"C1", "C2", "C3", "C4", "C8"})
    void documentedCounterConforms(String id) {
        assertThat(slept(GOOD).verdict(id)).conforms();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C1", "C2", "C3", "C4", "C8"})
    void counterThatWasNeverDueIsNotVerified(String id) {
        Script script = Script.run().worker("W1", "g1").scrapes("W1", 1, 5, at -> "");

        assertThat(script.verdict(id)).isNotVerifiedBecause("no");
    }

    @Test
    void nameThatEndsInTotalIsAViolationThatShowsIt() {
        assertThat(slept(GOOD.replace("executions_completed", "executions_completed_total"))
                        .verdict("C1"))
                .violatesObserving(
                        "no sample named kontinue_executions_completed on any page of W1",
                        "other names there: kontinue_executions_completed_total")
                .expecting("exactly kontinue_executions_completed");
    }

    @Test
    void counterThatIsGoneFromSomePagesHasTheRightName() {
        assertThat(slept(GOOD).scrape("W1", 9, "").verdict("C1")).conforms();
    }

    @Test
    void counterThatComesThreeSecondsAfterTheEndIsNotAccused() {
        Script script = slept(GOOD).scrape("W1", 5.4, "");

        assertThat(script.verdict("C1")).conforms();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gauge", "untyped"})
    void anotherTypeIsAViolation(String type) {
        assertThat(slept(GOOD.replace("completed counter", "completed " + type)).verdict("C2"))
                .violatesObserving("kontinue_executions_completed")
                .expecting("# TYPE kontinue_executions_completed counter")
                .withEvidenceAt("#L1");
    }

    @Test
    void labelTooManyIsAViolation() {
        assertThat(slept(GOOD.replace("result=", "namespace=\"a\",result=")).verdict("C3"))
                .violatesObserving("extra namespace")
                .withEvidenceAt("#L2");
    }

    @Test
    void missingResultIsAViolation() {
        assertThat(slept(GOOD.replace(",result=\"success\"", "")).verdict("C3")).violatesObserving("missing result");
    }

    @Test
    void anotherResultIsAViolation() {
        assertThat(slept(GOOD.replace("\"success\"", "\"Completed\"")).verdict("C4"))
                .violatesObserving("the result 'Completed' on W1");
    }

    @Test
    void counterThatFallsIsAViolation() {
        Script script = slept(GOOD).scrape("W1", 9, GOOD.replace(" 1.0", " 0.0"));

        assertThat(script.verdict("C8")).violatesObserving("fell on W1 from 1 to 0");
    }

    @Test
    void fallOfAUrlThatMayHaveBeenRestartedIsNotVerified() {
        Script script = Script.run().url("W1", "g1").scrape("W1", 5, GOOD).scrape("W1", 6, "");

        assertThat(script.verdict("C8")).isNotVerifiedBecause("may have been restarted");
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
