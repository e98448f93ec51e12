package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import cloud.kontinue.metrics.conformance.recording.PortProbed.Outcome;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import org.junit.jupiter.api.Test;

/** B3 and B4. */
final class DisabledMetricsTest {

    @Test
    void acceptsAWorkerThatListensOnNothing() {
        assertThat(control(disabled().sockets("Z", 45)).verdict("B3")).conforms();
    }

    @Test
    void acceptsAPortThatServesSomethingElse() {
        Script script =
                disabled().sockets("Z", 45, "127.0.0.1:7000").probe("Z", 46, "127.0.0.1:7000", Outcome.NO_METRICS);

        assertThat(control(script).verdict("B3")).conforms().measures("listeners", 1, 0);
    }

    @Test
    void reportsMetricsOnAnyPort() {
        Script script = disabled().sockets("Z", 45, "[::]:40123").probe("Z", 46, "[::]:40123", Outcome.METRICS);

        assertThat(control(script).verdict("B3"))
                .violatesObserving("Z with MetricsBindAddress \"0\" serves [::]:40123");
    }

    @Test
    void provesNothingWithoutAPositiveControl() {
        assertThat(disabled().sockets("Z", 45).verdict("B3"))
                .isNotVerifiedBecause("did not find the metrics of a worker that serves them");
    }

    @Test
    void provesNothingByPortsThatWereNotAsked() {
        assertThat(control(disabled().sockets("Z", 45, "127.0.0.1:7000")).verdict("B3"))
                .isNotVerifiedBecause("127.0.0.1:7000 of Z was not asked");
    }

    @Test
    void provesNothingBeforeTheWorkerWorks() {
        assertThat(control(disabled().sockets("Z", 43.5)).verdict("B3"))
                .isNotVerifiedBecause("were not listed while it worked");
    }

    @Test
    void reportsMetricsAlsoWhereSocketsCannotBeSeen() {
        Script script = disabled()
                .missing(Prerequisite.SOCKETS, "", "sockets of pods cannot be seen")
                .probe("Z", 46, "10.0.0.4:8080", Outcome.METRICS);

        assertThat(script.verdict("B3")).violatesObserving("10.0.0.4:8080");
    }

    @Test
    void namesWhySocketsCannotBeSeen() {
        Script script = disabled()
                .missing(Prerequisite.SOCKETS, "", "sockets of pods cannot be seen")
                .probe("Z", 46, "10.0.0.4:8080", Outcome.REFUSED);

        assertThat(script.verdict("B3")).isNotVerifiedBecause("sockets of pods cannot be seen");
    }

    @Test
    void needsAWorkerThatCanBeStartedAnew() {
        Script script = Script.run().missing(Prerequisite.RESTART, "", "a URL cannot be restarted");

        assertThat(script.verdict("B3")).isNotVerifiedBecause("a URL cannot be restarted");
        assertThat(script.verdict("B4")).isNotVerifiedBecause("a URL cannot be restarted");
    }

    @Test
    void acceptsAWorkerThatFinishesItsExecutions() {
        assertThat(disabled().stopped("Z", 60).verdict("B4")).conforms().measures("grantedSeconds", 15, 0);
    }

    @Test
    void reportsAnExecutionThatIsNotFinished() {
        Script script =
                disabled().create("z2", "conformance-sleep", "gZ", 43, 1.4).stopped("Z", 70);

        assertThat(script.verdict("B4")).violatesObserving("z2 of Z was not finished");
    }

    @Test
    void reportsAWorkerThatEnds() {
        assertThat(disabled().endedByItself("Z", 46, 1, "no metrics server\n").verdict("B4"))
                .violatesObserving("ended by itself: no metrics server");
    }

    @Test
    void grantsASlowStarterFiveTimesItsUsualStart() {
        Script script = Script.run()
                .defaultWorker("D", "gD", 8)
                .create("d1", "conformance-succeed", "gD", 7)
                .executes("d1", "d", 14, 14.1, "Completed")
                .worker("Z", "gZ", 43, "0")
                .create("z1", "conformance-succeed", "gZ", 43)
                .executes("z1", "z", 70, 70.1, "Completed")
                .stopped("Z", 80);

        assertThat(script.verdict("B4")).conforms().measures("grantedSeconds", 30, 0.1);
    }

    @Test
    void doubtsAWorkerThatWasStoppedTooSoon() {
        Script script = disabled().create("z2", "conformance-succeed", "gZ", 43).stopped("Z", 48);

        assertThat(script.verdict("B4")).isNotVerifiedBecause("stopped before z2 had to be finished");
    }

    private static Script disabled() {
        return Script.run()
                .worker("Z", "gZ", 43, "0")
                .create("z1", "conformance-succeed", "gZ", 43)
                .executes("z1", "z", 44, 44.1, "Completed");
    }

    private static Script control(Script script) {
        return script.defaultWorker("D", "gD", 8)
                .sockets("D", 30, "[::]:8080")
                .probe("D", 31, "[::]:8080", Outcome.METRICS);
    }
}
