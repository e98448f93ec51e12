package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LatencyCountsTest {

    private static final String SLEEP = "conformance-sleep";

    @ParameterizedTest
    @CsvSource({"L5, conformance-sleep, Completed", "L6, conformance-fail, Failed"})
    void oneObservationEachConforms(String id, String function, String phase) {
        assertThat(two(function, phase, at -> counted(function, at >= 2.5 ? 2 : 0))
                        .verdict(id))
                .conforms();
    }

    @ParameterizedTest
    @CsvSource({
        "L5, conformance-sleep, Completed, 1, successes",
        "L5, conformance-sleep, Completed, 4, successes",
        "L6, conformance-fail, Failed, 0, failures"
    })
    void anotherNumberOfObservationsIsAViolation(
            String id, String function, String phase, int observations, String outcome) {
        assertThat(two(function, phase, at -> counted(function, at >= 2.5 ? observations : 0))
                        .verdict(id))
                .violatesObserving(function + " in a: " + observations + " observations on W1 after 2 " + outcome);
    }

    @ParameterizedTest
    @CsvSource({"L6, conformance-sleep, Completed", "L5, conformance-fail, Failed"})
    void otherOutcomeIsTheOtherRequirementsMatter(String id, String function, String phase) {
        assertThat(two(function, phase, at -> counted(function, 7)).verdict(id)).isNotVerifiedBecause("no quiet page");
    }

    @Test
    void observationThatComesBeforeTheStatusIsNotAccused() {
        assertThat(two(SLEEP, "Completed", at -> counted(SLEEP, at >= 2.4 ? 2 : 0))
                        .verdict("L5"))
                .conforms();
    }

    @Test
    void observationThatComesThreeSecondsAfterTheStatusIsNotAccused() {
        assertThat(two(SLEEP, "Completed", at -> counted(SLEEP, at >= 5.4 ? 2 : 0))
                        .verdict("L5"))
                .conforms();
    }

    @Test
    void observationThatComesLaterNoMoreThanWeWereLateIsNotVerified() {
        Script script =
                two(SLEEP, "Completed", at -> counted(SLEEP, at >= 6.5 ? 2 : 0)).late(6, 1.5);

        assertThat(script.verdict("L5")).isNotVerifiedBecause("too slow");
    }

    @Test
    void executionThatEndsNearTheEndOfTheRecordingIsNotDue() {
        Script script = two(SLEEP, "Completed", at -> counted(SLEEP, at >= 2.5 ? 2 : 0))
                .create("last", SLEEP, "g1", 9, 0.4)
                .executes("last", "w1", 9.1, 9.5, "Completed");

        assertThat(script.verdict("L5")).conforms();
    }

    @Test
    void executionOfAnotherGroupIsNotCounted() {
        Script script = two(SLEEP, "Completed", at -> counted(SLEEP, at >= 2.5 ? 3 : 0))
                .create("other", SLEEP, "g9", 1, 0.4)
                .executes("other", "w9", 1.1, 1.5, "Completed");

        assertThat(script.verdict("L5")).violatesObserving("3 observations on W1 after 2 successes");
    }

    @Test
    void workersThatShareAGroupAreJudgedByOwner() {
        Script script = Script.run()
                .worker("W2", "g2")
                .worker("W3", "g2")
                .create("e1", SLEEP, "g2", 1, 1.4)
                .executes("e1", "w2", 1.1, 2.5, "Completed")
                .create("e2", SLEEP, "g2", 1, 1.4)
                .executes("e2", "w3", 1.1, 2.5, "Completed")
                .scrapes("W2", 6, 8, at -> PageText.page()
                        .latency(SLEEP, "w2", 1.4)
                        .text())
                .scrapes("W3", 6, 8, at -> PageText.page()
                        .latency(SLEEP, "w3", 1.4, 1.4)
                        .text());

        assertThat(script.verdict("L5")).violatesObserving("2 observations on W3 after 1 successes");
    }

    @Test
    void ownerlessWorkersThatShareAGroupAreJudgedByTheirSum() {
        Script script = Script.run()
                .withoutOwners()
                .worker("W2", "g2")
                .worker("W3", "g2")
                .create("e1", SLEEP, "g2", 1, 1.4)
                .executes("e1", "", 1.1, 2.5, "Completed")
                .scrapes("W2", 6, 8, at -> "")
                .scrapes("W3", 6.1, 8, at -> PageText.page()
                        .latency(SLEEP, "w3", 1.4)
                        .text());

        assertThat(script.verdict("L5")).conforms();
    }

    @Test
    void workerThatRanBeforeTheRecordingIsCountedFromItsFirstPage() {
        Script script = Script.run()
                .url("W1", "g1")
                .create("e1", SLEEP, "g1", 1, 1.4)
                .executes("e1", "w1", 1.1, 2.5, "Completed")
                .scrapes("W1", 0.5, 8, at -> counted(SLEEP, at >= 2.5 ? 41 : 40));

        assertThat(script.verdict("L5")).conforms();
    }

    @Test
    void executionThatAnUnknownWorkerOfTheGroupRanIsNotDueOnAUrl() {
        Script script = Script.run()
                .url("W1", "g1")
                .create("e1", SLEEP, "g1", 1, 1.4)
                .executes("e1", "w1", 1.1, 2.5, "Completed")
                .create("e2", SLEEP, "g1", 1, 1.4)
                .executes("e2", "unknown", 1.1, 2.5, "Completed")
                .scrapes("W1", 0.5, 8, at -> counted(SLEEP, at >= 2.5 ? 41 : 40));

        assertThat(script.verdict("L5")).conforms();
    }

    /** Two Executions run from 1.1 to 2.5 s on W1. */
    private static Script two(String function, String phase, DoubleFunction<String> page) {
        return Script.run()
                .worker("W1", "g1")
                .create("e1", function, "g1", 1, 1.4)
                .create("e2", function, "g1", 1, 1.4)
                .executes("e1", "w1", 1.1, 2.5, phase)
                .executes("e2", "w1", 1.1, 2.5, phase)
                .scrapes("W1", 1, 8, page);
    }

    private static String counted(String function, int observations) {
        double[] durations = new double[observations];
        Arrays.fill(durations, 1.41);
        return PageText.page().latency(function, "w1", durations).text();
    }
}
