package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import cloud.kontinue.metrics.conformance.recording.Event;
import cloud.kontinue.metrics.conformance.recording.PortProbed.Outcome;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Failure;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import cloud.kontinue.metrics.conformance.recording.WorkerStopped;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** B1, B2, B5 and B6. */
final class CustomAddressTest {

    private static final String PAGE = "up 1\n";

    @Test
    void acceptsAnAnswerOnTheGivenAddress() {
        assertThat(served().verdict("B1")).conforms();
    }

    @Test
    void reportsAWorkerThatRunsExecutionsButServesNothing() {
        Script script = Script.run()
                .worker("W1", "g1")
                .create("e1", "conformance-succeed", "g1", 2)
                .executes("e1", "w1", 3, 3.1, "Completed")
                .unanswered("W1", Purpose.REGULAR, 2, 2.1, Failure.REFUSED)
                .unanswered("W1", Purpose.REGULAR, 20, 20.1, Failure.REFUSED);

        assertThat(script.verdict("B1"))
                .violatesObserving("W1 with MetricsBindAddress \":9090\" runs Executions", "REFUSED");
    }

    @Test
    void reportsAPortWithAWrongAnswer() {
        Script script =
                Script.run().worker("W1", "g1").scrape("W1", Purpose.REGULAR, 2, 2.1, 404, "text/html", "not here");

        assertThat(script.verdict("B1")).violatesObserving("answers: status 404");
    }

    @Test
    void reportsAPortThatGoesOnToSpeakNoHttp() {
        Script script = Script.run()
                .worker("W1", "g1")
                .unanswered("W1", Purpose.REGULAR, 2, 2.1, Failure.OTHER)
                .unanswered("W1", Purpose.REGULAR, 15, 15.1, Failure.OTHER);

        assertThat(script.verdict("B1")).violatesObserving("W1 with MetricsBindAddress \":9090\" answers", "OTHER");
    }

    @Test
    void accusesNoWorkerWhoseConnectionBrokeOnceAtItsStart() {
        Script script = Script.run()
                .worker("W1", "g1")
                .unanswered("W1", Purpose.REGULAR, 2, 2.1, Failure.OTHER)
                .unanswered("W1", Purpose.REGULAR, 15, 15.1, Failure.REFUSED);

        assertThat(script.verdict("B1")).isNotVerifiedBecause("neither its port nor a claim");
    }

    @Test
    void reportsAWorkerThatEndsOverItsAddressWhileOthersRun() {
        Script script = Script.run()
                .worker("W1", "g1")
                .endedByItself("W1", 1, 2, "unknown option")
                .defaultWorker("D", "gD", 3)
                .scrape("D", 5, PAGE);

        assertThat(script.verdict("B1")).violatesObserving("W1", "ended by itself");
    }

    @Test
    void accusesNoWorkerThatNeverCameUp() {
        Script script = Script.run().worker("W1", "g1").unanswered("W1", Purpose.REGULAR, 20, 20.1, Failure.REFUSED);

        assertThat(script.verdict("B1")).isNotVerifiedBecause("neither its port nor a claim");
    }

    @Test
    void acceptsThatTheDefaultPortRefuses() {
        assertThat(served().probe("W1", 3, "127.0.0.1:8080", Outcome.REFUSED).verdict("B2"))
                .conforms();
    }

    @Test
    void reportsMetricsOnTheDefaultPortToo() {
        assertThat(served().probe("W1", 3, "127.0.0.1:8080", Outcome.METRICS).verdict("B2"))
                .violatesObserving("W1", "serves 127.0.0.1:8080 too");
    }

    @Test
    void doubtsMetricsOnAPortThatIsNotTheRuns() {
        Script script = served().probe("W1", 3, "127.0.0.1:8080", Outcome.METRICS)
                .missing(Prerequisite.DEFAULT_PORT, "", "port 8080 is taken by another process");

        assertThat(script.verdict("B2")).isNotVerifiedBecause("taken by another process");
    }

    @Test
    void takesNoRefusalBeforeTheWorkerServedAsEvidence() {
        assertThat(served().probe("W1", 1, "127.0.0.1:8080", Outcome.REFUSED).verdict("B2"))
                .isNotVerifiedBecause("8080 was not tried");
    }

    @Test
    void acceptsAHostThatAloneAnswers() {
        Script script = host().unanswered("B5", Purpose.EXCLUDED_ADDRESS, 4, 4.1, Failure.REFUSED);

        assertThat(script.verdict("B5")).conforms();
    }

    @Test
    void reportsAnotherHostThatAnswersToo() {
        Script script = host().scrape("B5", Purpose.EXCLUDED_ADDRESS, 4, Script.TEXT, PAGE);

        assertThat(script.verdict("B5")).violatesObserving("B5 with MetricsBindAddress \"127.0.0.1:9191\" answers on");
    }

    @Test
    void takesARefusalOfEveryAddressAsNoEvidence() {
        Script script = Script.run()
                .worker("B5", "g5", 1, "127.0.0.1:9191")
                .unanswered("B5", Purpose.EXCLUDED_ADDRESS, 4, 4.1, Failure.REFUSED);

        assertThat(script.verdict("B5")).isNotVerifiedBecause("did not answer either");
    }

    @Test
    void namesWhyNoHostWasTried() {
        Script script = Script.run().missing(Prerequisite.OTHER_ADDRESS, "", "this host has one address only");

        assertThat(script.verdict("B5")).isNotVerifiedBecause("one address only");
    }

    @Test
    void acceptsAnErrorStatusForABadAddress() {
        assertThat(bad().endedByItself("B6-invalid", 3, 1, "").verdict("B6")).conforms();
    }

    @Test
    void acceptsALineThatNamesTheAddress() {
        assertThat(bad().event(stopped("listen tcp: address 99999: invalid port"))
                        .verdict("B6"))
                .conforms();
    }

    @Test
    void reportsSilenceOverABadAddress() {
        assertThat(bad().event(stopped("serving metrics on :99999")).verdict("B6"))
                .violatesObserving("B6-invalid", "ran on", "no line of its output names the address");
    }

    @Test
    void badAddressOfAWorkerThatStartsSlowlyIsNotVerified() {
        Script slow = bad().worker("W1", "g1").scrapes("W1", 4, 9, at -> "# EOF\n");

        assertThat(slow.event(stopped("starting")).verdict("B6"))
                .isNotVerifiedBecause("B6-invalid was stopped before it had to tell of its address");
    }

    @Test
    void holdsNoSilenceAgainstAWorkerThatWasStoppedAtOnce() {
        assertThat(bad().stopped("B6-invalid", 1.5).verdict("B6"))
                .isNotVerifiedBecause("B6-invalid was stopped before it had to tell of its address");
    }

    @Test
    void reportsAnEndThatLooksLikeSuccess() {
        assertThat(bad().endedByItself("B6-invalid", 3, 0, "bye").verdict("B6"))
                .violatesObserving("ended without an error status");
    }

    @Test
    void namesWhyNoBadAddressWasTried() {
        Script script = Script.run().missing(Prerequisite.LOCAL_PROCESS, "", "the worker is a pod");

        assertThat(script.verdict("B6")).isNotVerifiedBecause("the worker is a pod");
    }

    private static Script served() {
        return Script.run().worker("W1", "g1").scrape("W1", 2, PAGE);
    }

    private static Script host() {
        return Script.run().worker("B5", "g5", 1, "127.0.0.1:9191").scrape("B5", 3, PAGE);
    }

    private static Script bad() {
        return Script.run().worker("B6-invalid", "g6", 1, ":99999");
    }

    private static Event stopped(String output) {
        return new WorkerStopped(Script.span(9, 9.1), "B6-invalid", true, OptionalInt.of(143), output);
    }
}
