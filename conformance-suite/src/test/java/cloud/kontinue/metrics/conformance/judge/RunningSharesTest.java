package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import org.junit.jupiter.api.Test;

final class RunningSharesTest {

    private static final String SLEEP = "conformance-sleep";
    private static final String SUSPEND = "conformance-suspend";

    @Test
    void workersThatCountTheirOwnConform() {
        assertThat(shared(1, 2).verdict("R6")).conforms();
    }

    @Test
    void workerThatCountsTheGroupsIsAViolation() {
        assertThat(shared(3, 2).verdict("R6"))
                .violatesObserving("3 on W2, which ran at most 1 of them", "others' Executions");
    }

    @Test
    void workerThatRanNothingDecidesItToo() {
        Script script = Script.run()
                .worker("W2", "g2")
                .worker("W3", "g2")
                .create("e1", SLEEP, "g2", 1, 10.4)
                .executes("e1", "w3", 1.1, 11.6, "Completed")
                .scrapes("W2", 3, 9, at -> "")
                .scrapes("W3", 3, 9, at -> running("w3", 1));

        assertThat(script.verdict("R6")).conforms();
    }

    @Test
    void workerThatCountsTheSyntheticOnesOfNobodyIsAViolation() {
        Script script = shared(2, 2).existing("x", SLEEP, Script.NOBODY, 0, "Executing", "someone-else");

        assertThat(script.verdict("R6")).violatesObserving("2 on W2, which ran at most 1");
    }

    @Test
    void excessThatNobodysExecutionsExplainIsNotThisRequirementsMatter() {
        assertThat(shared(9, 2).verdict("R6")).conforms();
    }

    @Test
    void ownerlessSumAboveTheGroupsIsAViolation() {
        Script script = Script.run()
                .withoutOwners()
                .worker("W2", "g2")
                .worker("W3", "g2")
                .create("e1", SLEEP, "g2", 1, 10.4)
                .observe("e1", 1.2, "Executing", "")
                .create("e2", SLEEP, "gD", 1, 10.4)
                .observe("e2", 1.2, "Executing", "")
                .scrapes("W2", 3, 9, at -> running("w2", 1))
                .scrapes("W3", 3.1, 9, at -> running("w3", 1));

        assertThat(script.verdict("R6")).violatesObserving("2 on W2 and W3, which ran at most 1");
    }

    @Test
    void workerAloneInItsGroupIsNotVerified() {
        Script script = Script.run()
                .worker("W1", "g1")
                .create("e1", SLEEP, "g1", 1, 10.4)
                .executes("e1", "w1", 1.1, 11.6, "Completed")
                .scrapes("W1", 3, 9, at -> running("w1", 1));

        assertThat(script.verdict("R6")).isNotVerifiedBecause("no two workers of one group");
    }

    @Test
    void suspendedExecutionThatIsNotCountedConforms() {
        assertThat(paused(0).verdict("R8")).conforms();
    }

    @Test
    void suspendedExecutionThatIsCountedIsAViolation() {
        assertThat(paused(1).verdict("R8")).violatesObserving("1 on W1 while e1 was Suspended");
    }

    @Test
    void suspensionThatWasNeverSeenIsNotVerified() {
        Script script = Script.run().worker("W1", "g1").scrapes("W1", 1, 5, at -> "");

        assertThat(script.verdict("R8")).isNotVerifiedBecause("Suspended");
    }

    private static Script shared(double second, double third) {
        return Script.run()
                .worker("W2", "g2")
                .worker("W3", "g2")
                .create("e1", SLEEP, "g2", 1, 10.4)
                .executes("e1", "w2", 1.1, 11.6, "Completed")
                .create("e2", SLEEP, "g2", 1, 10.4)
                .executes("e2", "w3", 1.1, 11.6, "Completed")
                .create("e3", SLEEP, "g2", 1, 10.4)
                .executes("e3", "w3", 1.1, 11.6, "Completed")
                .scrapes("W2", 3, 9, at -> running("w2", second))
                .scrapes("W3", 3, 9, at -> running("w3", third));
    }

    private static Script paused(double whileSuspended) {
        return Script.run()
                .worker("W1", "g1")
                .create("e1", SUSPEND, "g1", 1, 5.4)
                .observe("e1", 1.1, "Executing", "w1")
                .observe("e1", 1.2, "Suspended", "w1")
                .observe("e1", 6.7, "Executing", "w1")
                .observe("e1", 6.8, "Completed", "w1")
                .scrapes("W1", 1, 8, at -> PageText.page()
                        .running(SUSPEND, "w1", at > 2.2 && at < 5.7 ? whileSuspended : at > 6.8 ? 0 : 1)
                        .text());
    }

    private static String running(String worker, double value) {
        return PageText.page().running(SLEEP, worker, value).text();
    }
}
