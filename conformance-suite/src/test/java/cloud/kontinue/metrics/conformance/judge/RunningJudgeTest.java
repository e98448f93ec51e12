package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import org.junit.jupiter.api.Test;

final class RunningJudgeTest {

    private static final String SLEEP = "conformance-sleep";

    @Test
    void gaugeOfTheDocumentedNameConforms() {
        assertThat(sleeping(PageText.page().running(SLEEP, "w1", 1).text()).verdict("R1"))
                .conforms();
    }

    @Test
    void gaugeOfAnotherNameIsAViolationThatShowsTheOtherName() {
        String page = PageText.page()
                .running(SLEEP, "w1", 1)
                .text()
                .replace("kontinue_executions_running", "kontinue_running_executions");

        assertThat(sleeping(page).verdict("R1"))
                .violatesObserving("no sample named kontinue_executions_running", "kontinue_running_executions")
                .expecting("kontinue_executions_running");
    }

    @Test
    void gaugeThatIsGoneFromSomePagesHasTheRightName() {
        assertThat(sleeping(PageText.page().running(SLEEP, "w1", 1).text())
                        .scrape("W1", 9, "")
                        .verdict("R1"))
                .conforms();
    }

    @Test
    void counterInsteadOfAGaugeIsAViolation() {
        String page = PageText.page().running(SLEEP, "w1", 1).text().replace("running gauge", "running counter");

        assertThat(sleeping(page).verdict("R1"))
                .violatesObserving("of type counter")
                .withEvidenceAt("#L1");
    }

    @Test
    void gaugeWithoutATypeIsAViolation() {
        String page = PageText.page().running(SLEEP, "w1", 1).text().replaceFirst("# TYPE.*\n", "");

        assertThat(sleeping(page).verdict("R1")).violatesObserving("without a type");
    }

    @Test
    void absentGaugeWhileNothingRunsIsNotVerified() {
        Script script = Script.run().worker("W1", "g1").scrapes("W1", 1, 5, at -> "");

        assertThat(script.verdict("R1")).isNotVerifiedBecause("no page shows a family");
    }

    @Test
    void threeDocumentedLabelsConform() {
        assertThat(sleeping(PageText.page().running(SLEEP, "w1", 1).text()).verdict("R2"))
                .conforms();
    }

    @Test
    void labelTooManyIsAViolationThatNamesIt() {
        String page = PageText.page().running(SLEEP, "w1", 1).text().replace("worker=", "pod=\"p\",worker=");

        assertThat(sleeping(page).verdict("R2"))
                .violatesObserving("missing none", "extra pod")
                .withEvidenceAt("#L2");
    }

    @Test
    void labelTooFewIsAViolationThatNamesIt() {
        String page = PageText.page().running(SLEEP, "w1", 1).text().replace("namespace=\"a\",", "");

        assertThat(sleeping(page).verdict("R2")).violatesObserving("missing namespace", "extra none");
    }

    @Test
    void labelsWithoutASampleAreNotVerified() {
        assertThat(sleeping("").verdict("R2")).isNotVerifiedBecause("no sample");
    }

    @Test
    void twoWorkersWithNamesOfTheirOwnConform() {
        assertThat(named("w1", "w2").verdict("R7")).conforms();
    }

    @Test
    void twoWorkersOfOneNameAreAViolation() {
        assertThat(named("same", "same").verdict("R7")).violatesObserving("W1 and W2 both call themselves same");
    }

    @Test
    void emptyWorkerNameIsAViolation() {
        assertThat(named("w1", "").verdict("R7")).violatesObserving("an empty worker name on W2");
    }

    @Test
    void nameThatChangesIsAViolation() {
        Script script = Script.run()
                .worker("W1", "g1")
                .scrape("W1", 1, PageText.page().running(SLEEP, "one", 0).text())
                .scrape("W1", 2, PageText.page().running(SLEEP, "other", 0).text());

        assertThat(script.verdict("R7")).violatesObserving("W1 calls itself both one and other");
    }

    @Test
    void nameOtherThanTheOwnersIsAViolation() {
        Script script = Script.run()
                .worker("W1", "g1")
                .create("e1", "conformance-succeed", "g1", 1)
                .executes("e1", "w1", 1.1, 1.2, "Completed")
                .scrape(
                        "W1",
                        5,
                        PageText.page()
                                .latency("conformance-succeed", "10.0.0.7", 0.1)
                                .text());

        assertThat(script.verdict("R7")).violatesObserving("calls itself 10.0.0.7, but owns its Executions as w1");
    }

    @Test
    void workerOfASharedGroupThatRanNothingMayShowANameThatOwnsNothing() {
        Script script = Script.run()
                .worker("W2", "g2")
                .worker("W3", "g2")
                .create("e1", "conformance-succeed", "g2", 1)
                .executes("e1", "w2", 1.1, 1.2, "Completed")
                .scrape(
                        "W2",
                        5,
                        PageText.page().running("conformance-succeed", "w2", 0).text())
                .scrape(
                        "W3",
                        5,
                        PageText.page().running("conformance-succeed", "w3", 0).text());

        assertThat(script.verdict("R7")).conforms();
    }

    @Test
    void oneWorkerAloneDoesNotVerifyThatNamesDiffer() {
        assertThat(sleeping(PageText.page().running(SLEEP, "w1", 1).text()).verdict("R7"))
                .isNotVerifiedBecause("only one worker");
    }

    @Test
    void gaugeOfZeroIsNotNegative() {
        assertThat(sleeping(PageText.page().running(SLEEP, "w1", 0).text()).verdict("R9"))
                .conforms();
    }

    @Test
    void negativeGaugeIsAViolation() {
        assertThat(sleeping(PageText.page().running(SLEEP, "w1", -1).text()).verdict("R9"))
                .violatesObserving("is -1 on W1")
                .withEvidenceAt("#L2");
    }

    @Test
    void negativeGaugeThatWasNeverSeenIsNotVerified() {
        assertThat(sleeping("").verdict("R9")).isNotVerifiedBecause("no sample");
    }

    @Test
    void pagesThatCannotBeReadForCertainSayNothing() {
        String page = PageText.page().running(SLEEP, "w1", -1).text() + "kontinue_executions_running{ 1\n";

        assertThat(sleeping(page).verdict("R9")).isNotVerifiedBecause("no sample");
    }

    /** W1 sleeps from 1 to 11.4 s and always serves the same page. */
    private static Script sleeping(String page) {
        return Script.run()
                .worker("W1", "g1")
                .create("e1", SLEEP, "g1", 1, 10.4)
                .executes("e1", "w1", 1.1, 11.5, "Completed")
                .scrapes("W1", 4, 8, at -> page);
    }

    private static Script named(String first, String second) {
        return Script.run()
                .worker("W1", "g1")
                .worker("W2", "g2")
                .scrape("W1", 3, PageText.page().running(SLEEP, first, 1).text())
                .scrape("W2", 3, PageText.page().running(SLEEP, second, 1).text());
    }
}
