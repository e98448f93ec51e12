package cloud.kontinue.metrics.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.judge.Result;
import cloud.kontinue.metrics.conformance.recording.Event;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.Recording;
import cloud.kontinue.metrics.conformance.recording.RunEnded;
import cloud.kontinue.metrics.conformance.recording.RunEnded.Outcome;
import cloud.kontinue.metrics.conformance.recording.RunStarted;
import cloud.kontinue.metrics.conformance.recording.Span;
import cloud.kontinue.metrics.conformance.recording.WorkerStarted;
import cloud.kontinue.metrics.conformance.recording.WorkerStopped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CutShortTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Event END = new RunEnded(70 * SECOND, Outcome.COMPLETE, "");

    @Test
    void aRunThatWasPlayedToItsEndIsWhole() {
        assertThat(why(started("W1"), stopped("W1"), END)).isEmpty();
    }

    @Test
    void namesTheWorkerThatEndedByItselfWithItsStatusAndItsLastLine() {
        assertThat(why(started("W1"), died("W1", "starting\nfatal: out of memory\n\n"), END))
                .hasValue("W1 ended by itself with status 3 at 30.5 s, the last line it wrote: fatal: out of memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W2", "W3", "D", "Z"})
    void namesAnyWorkerThatWasToRunOn(String worker) {
        assertThat(why(started(worker), died(worker, ""), END))
                .hasValue(worker + " ended by itself with status 3 at 30.5 s, it wrote nothing");
    }

    @Test
    void aWorkerThatWasStartedInOrderToFailCutsNothingShort() {
        assertThat(why(started("B6-invalid"), died("B6-invalid", "bad address"), END))
                .isEmpty();
    }

    @Test
    void aWorkerWhoseDefaultPortWasNotToBeHadCutsNothingShort() {
        Event taken = new PrerequisiteMissing(0, Prerequisite.DEFAULT_PORT, "D", "port 8080 is taken");

        assertThat(why(started("D"), taken, died("D", "address in use"), END)).isEmpty();
    }

    @Test
    void anInterruptedRunSaysSo() {
        assertThat(why(started("W1"), stopped("W1"), new RunEnded(31 * SECOND, Outcome.INTERRUPTED, "Ctrl-C")))
                .hasValue("Ctrl-C");
    }

    @Test
    void aRecordingWithoutAnEndSaysSo() {
        assertThat(why(started("W1"))).hasValue("the recording breaks off before the run ended");
    }

    @Test
    void aReportOfARunThatLostItsWorkerIsInconclusiveWhateverWasSeen() throws RunException {
        Recording recording =
                recording(started("W1"), started("B6-invalid"), died("B6-invalid", "bad address"), died("W1", ""), END);

        assertThat(JudgedRecording.of(recording, requirement -> requirement.id().equals("B6"))
                        .result())
                .isEqualTo(Result.INCONCLUSIVE);
    }

    private static Optional<String> why(Event... events) {
        return CutShort.of(History.of(recording(events)));
    }

    private static Recording recording(Event... events) {
        List<Event> all = new ArrayList<>();
        all.add(new RunStarted(
                0,
                Instant.EPOCH,
                "test",
                new RunStarted.Subject("worker", "command", ""),
                new RunStarted.Environment("embedded", "1.34", "", 2),
                new RunStarted.Names("a", "b", "conformance-nobody", true, true)));
        all.addAll(List.of(events));
        return new Recording(all);
    }

    private static Event started(String worker) {
        return new WorkerStarted(Span.at(0), worker, "id-" + worker, "process", "g", Optional.of(":9090"));
    }

    private static Event stopped(String worker) {
        return new WorkerStopped(Span.at(69 * SECOND), worker, true, OptionalInt.of(143), "");
    }

    private static Event died(String worker, String output) {
        return new WorkerStopped(Span.at(30 * SECOND + SECOND / 2), worker, false, OptionalInt.of(3), output);
    }
}
