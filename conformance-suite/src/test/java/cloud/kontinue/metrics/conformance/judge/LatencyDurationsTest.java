package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import org.junit.jupiter.api.Test;

final class LatencyDurationsTest {

    private static final String SLEEP = "conformance-sleep";

    @Test
    void secondsConform() {
        assertThat(slept(1.41, 10.43).verdict("L3")).conforms();
    }

    @Test
    void millisecondsAreAViolationThatNamesThem() {
        assertThat(slept(1410, 10430).verdict("L3"))
                .violatesObserving("looks like milliseconds")
                .expecting("seconds");
    }

    @Test
    void nanosecondsAreAViolationThatNamesThem() {
        assertThat(slept(1.41e9, 10.43e9).verdict("L3")).violatesObserving("looks like nanoseconds");
    }

    @Test
    void unitIsSeenEvenWhereEachIsObservedTwice() {
        assertThat(slept(1.41, 1.41, 10.43, 10.43).verdict("L3")).conforms();
    }

    @Test
    void unitOfNothingIsNotVerified() {
        Script script = Script.run()
                .worker("W1", "g1")
                .create("e1", "conformance-succeed", "g1", 1)
                .executes("e1", "w1", 1.1, 1.2, "Completed")
                .scrapes("W1", 6, 8, at -> PageText.page()
                        .latency("conformance-succeed", "w1", 0.1)
                        .text());

        assertThat(script.verdict("L3")).isNotVerifiedBecause("no quiet page");
    }

    @Test
    void backlogThatShowsOnlyItsOwnTimeConforms() {
        assertThat(backlog(1.41, 1.42).verdict("L4")).conforms();
    }

    @Test
    void backlogThatShowsItsWaitIsAViolation() {
        assertThat(backlog(10.0, 10.1).verdict("L4"))
                .violatesObserving("20.10 s on D", "counted from the creation, the wait included");
    }

    @Test
    void executionsThatDidNotWaitDoNotVerifyIt() {
        assertThat(slept(1.41, 10.43).verdict("L4")).isNotVerifiedBecause("waited");
    }

    @Test
    void workerThatTookAsLongToStartAsItsBacklogWaitedIsNotVerified() {
        Script script = Script.run()
                .create("e1", SLEEP, "gD", 1, 1.4)
                .defaultWorker("D", "gD", 9)
                .executes("e1", "d", 20, 21.5, "Completed")
                .scrapes("D", 25, 27, at -> PageText.page()
                        .latency(SLEEP, "d", 12)
                        .text());

        assertThat(script.verdict("L4")).isNotVerifiedBecause("no quiet page");
    }

    @Test
    void knownDurationsConform() {
        assertThat(slept(1.41, 10.43).verdict("L9")).conforms();
    }

    @Test
    void durationMeasuredUntilTheStatusWasSeenConforms() {
        assertThat(slept(1.5, 10.9).verdict("L9")).conforms();
    }

    @Test
    void wholeSecondsAreAViolation() {
        assertThat(slept(1, 10).verdict("L9"))
                .violatesObserving("a sum of 11.00 s on W1, where 11.78 s to")
                .expecting("known durations");
    }

    @Test
    void durationInTooLowABucketIsAViolation() {
        String page =
                PageText.page().histogram(SLEEP, "w1", 2, 11.84, 0.5, 10.43).text();

        assertThat(slept(page).verdict("L9"))
                .violatesObserving("1 on W1 in the bucket of 1 s, where 0 was right")
                .withEvidenceAt("#L2");
    }

    @Test
    void durationInTooHighABucketIsAViolation() {
        String page =
                PageText.page().histogram(SLEEP, "w1", 2, 11.84, 10.41, 10.43).text();

        assertThat(slept(page).verdict("L9")).violatesObserving("0 on W1 in the bucket of 10 s, where 1 was right");
    }

    @Test
    void sumAboveWhatCanHaveBeenWorkedIsAViolation() {
        assertThat(slept(1.41, 30).verdict("L9")).violatesObserving("a sum of 31.41 s on W1");
    }

    @Test
    void wrongNumberOfObservationsIsAnotherRequirementsMatter() {
        assertThat(slept(1.41).verdict("L9")).isNotVerifiedBecause("right number of observations");
    }

    @Test
    void suspendedExecutionMayLeaveOutItsPause() {
        Script script = slept(1.41, 10.43)
                .create("s", "conformance-suspend", "g1", 1, 5.4)
                .observe("s", 1.1, "Executing", "w1")
                .observe("s", 1.2, "Suspended", "w1")
                .observe("s", 6.6, "Executing", "w1")
                .observe("s", 6.7, "Completed", "w1")
                .scrapes("W1", 18, 19, at -> PageText.page()
                        .latency(SLEEP, "w1", 1.41, 10.43)
                        .latency("conformance-suspend", "w1", 0.2)
                        .text());

        assertThat(script.verdict("L9")).conforms();
    }

    private static Script slept(double... durations) {
        return slept(PageText.page().latency(SLEEP, "w1", durations).text());
    }

    /** Two Executions of 1.4 and 10.4 s; from 15 s on W1 serves the page. */
    private static Script slept(String page) {
        return Script.run()
                .worker("W1", "g1")
                .create("e1", SLEEP, "g1", 1, 1.4)
                .executes("e1", "w1", 1.1, 2.5, "Completed")
                .create("e2", SLEEP, "g1", 1, 10.4)
                .executes("e2", "w1", 1.1, 11.6, "Completed")
                .scrapes("W1", 15, 17, at -> page);
    }

    /** Two Executions of 1.4 s wait for 8 s until D is started. */
    private static Script backlog(double... durations) {
        return Script.run()
                .create("e1", SLEEP, "gD", 1, 1.4)
                .create("e2", SLEEP, "gD", 1, 1.4)
                .defaultWorker("D", "gD", 9)
                .executes("e1", "d", 10, 11.5, "Completed")
                .executes("e2", "d", 10, 11.5, "Completed")
                .scrapes("D", 15, 17, at -> PageText.page()
                        .latency(SLEEP, "d", durations)
                        .text());
    }
}
