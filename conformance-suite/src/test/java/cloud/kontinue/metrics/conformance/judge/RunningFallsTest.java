package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunningFallsTest {

    @ParameterizedTest
    @CsvSource({"R4, conformance-sleep, Completed", "R5, conformance-fail, Failed"})
    void gaugeThatComesBackConforms(String id, String function, String phase) {
        assertThat(ended(function, phase, 0).verdict(id)).conforms();
    }

    @ParameterizedTest
    @CsvSource({"R4, conformance-sleep, Completed, successes", "R5, conformance-fail, Failed, failures"})
    void gaugeThatStaysIsAViolation(String id, String function, String phase, String outcome) {
        assertThat(ended(function, phase, 1).verdict(id))
                .violatesObserving(function + " in a: still 1 on W1 after 1 " + outcome)
                .expecting("0 once the " + outcome);
    }

    @ParameterizedTest
    @CsvSource({"R4, conformance-fail, Failed", "R5, conformance-sleep, Completed"})
    void gaugeThatStaysAfterTheOtherOutcomeIsTheOtherRequirementsMatter(String id, String function, String phase) {
        assertThat(ended(function, phase, 1).verdict(id)).isNotVerifiedBecause("no page was seen");
    }

    @Test
    void gaugeThatNeverRoseIsNotVerified() {
        Script script = Script.run()
                .worker("W1", "g1")
                .create("e1", "conformance-sleep", "g1", 1, 1.4)
                .executes("e1", "w1", 1.1, 2.6, "Completed")
                .scrapes("W1", 1, 8, at -> "");

        assertThat(script.verdict("R4")).isNotVerifiedBecause("had risen");
    }

    @Test
    void gaugeThatCountsWhatAnotherWorkerRunsIsAnotherRequirementsMatter() {
        Script script = ended("conformance-sleep", "Completed", 1)
                .worker("D", "gD")
                .create("other", "conformance-sleep", "gD", 2, 20.4)
                .executes("other", "d", 2.1, 22.6, "Completed");

        assertThat(script.verdict("R4")).isNotVerifiedBecause("no page was seen");
    }

    /** One Execution runs from 1.1 to 2.6 s; afterwards the gauge shows what it is told to. */
    private static Script ended(String function, String phase, double after) {
        return Script.run()
                .worker("W1", "g1")
                .create("e1", function, "g1", 1, 1.4)
                .executes("e1", "w1", 1.1, 2.6, phase)
                .scrapes("W1", 1.2, 8, at -> PageText.page()
                        .running(function, "w1", at < 2.6 ? 1 : after)
                        .text());
    }
}
