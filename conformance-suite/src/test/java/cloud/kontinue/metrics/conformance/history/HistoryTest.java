package cloud.kontinue.metrics.conformance.history;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.recording.Event;
import cloud.kontinue.metrics.conformance.recording.ExecutionObserved;
import cloud.kontinue.metrics.conformance.recording.ExecutionObserved.Change;
import cloud.kontinue.metrics.conformance.recording.ExecutionWritten;
import cloud.kontinue.metrics.conformance.recording.ExecutionWritten.Action;
import cloud.kontinue.metrics.conformance.recording.LatenessMeasured;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.Recording;
import cloud.kontinue.metrics.conformance.recording.RunEnded;
import cloud.kontinue.metrics.conformance.recording.RunEnded.Outcome;
import cloud.kontinue.metrics.conformance.recording.RunStarted;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import cloud.kontinue.metrics.conformance.recording.Span;
import cloud.kontinue.metrics.conformance.recording.WorkerStarted;
import cloud.kontinue.metrics.conformance.recording.WorkerStopped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class HistoryTest {

    private static final String TEXT = "text/plain; version=0.0.4";

    @Test
    void bringsTogetherWhatTheRunAskedForAndTheWatchTold() {
        ExecutionLife life = history(
                        created("e1", 10, 1.4),
                        told("e1", "u1", 20, ""),
                        told("e1", "u1", 30, "Executing"),
                        told("e1", "u1", 40, "Completed"))
                .executions("g1")
                .get(0);

        assertThat(life.seconds()).hasValue(1.4);
        assertThat(life.firstSeen("Executing")).hasValue(30);
        assertThat(life.terminal()).map(ExecutionLife.State::at).hasValue(40L);
        assertThat(life.succeeded()).isTrue();
        assertThat(life.owner()).hasValue("w1");
    }

    @Test
    void tellsExecutionsOfOneNameApart() {
        List<ExecutionLife> lives = history(
                        created("e1", 10, 1),
                        told("e1", "u1", 20, "Failed"),
                        gone("e1", "u1", 30),
                        created("e1", 40, 2),
                        told("e1", "u2", 50, ""))
                .executions();

        assertThat(lives)
                .extracting(ExecutionLife::seconds)
                .containsExactly(OptionalDouble.of(1), OptionalDouble.of(2));
        assertThat(lives.get(0).deleted()).hasValue(30);
        assertThat(lives.get(1).deleted()).isEmpty();
    }

    @Test
    void knowsNoSecondsOfAnExecutionThatWasThereBefore() {
        assertThat(history(told("e1", "u1", 20, "Executing")).executions())
                .singleElement()
                .satisfies(life -> assertThat(life.seconds()).isEmpty());
    }

    @Test
    void leavesOutAnExecutionOfWhichOnlyTheDeletionWasTold() {
        assertThat(history(gone("e1", "u1", 30)).executions()).isEmpty();
    }

    @Test
    void readsThePagesOfAWorker() {
        WorkerLife worker = history(
                        started("W1"),
                        scraped("W1", Purpose.REGULAR, 200, TEXT, "up 1\n"),
                        scraped("W1", Purpose.REGULAR, 500, TEXT, "up 1\n"),
                        scraped("W1", Purpose.REGULAR, 200, "text/html", "up 1\n"),
                        scraped("W1", Purpose.GZIP, 200, TEXT, "up 1\n"))
                .worker("W1")
                .orElseThrow();

        assertThat(worker.scrapes()).hasSize(4);
        assertThat(worker.pages()).singleElement().satisfies(page -> {
            assertThat(page.exposition().orElseThrow().family("up")).isPresent();
            assertThat(page.where(1)).isEqualTo("recording/events.jsonl:3#L1");
        });
    }

    @Test
    void doesNotReadABodyThatWasCut() {
        WorkerLife worker = history(
                        started("W1"),
                        new ScrapeTaken(
                                Span.at(5),
                                "W1",
                                Purpose.REGULAR,
                                "http://w1/metrics",
                                "*/*",
                                new Answered(200, TEXT, "", "up 1\n".getBytes(StandardCharsets.UTF_8), true)))
                .worker("W1")
                .orElseThrow();

        assertThat(worker.pages()).isEmpty();
    }

    @Test
    void aWorkerThatEndsWithAnInterruptedRunWasStopped() {
        History history =
                history(started("W1"), ended("W1", false), new RunEnded(1_000_000_000, Outcome.INTERRUPTED, "Ctrl-C"));

        assertThat(history.workers()).extracting(WorkerLife::endedByItself).containsExactly(false);
    }

    @Test
    void aWorkerThatEndedLongBeforeTheInterruptDidSoByItself() {
        History history =
                history(started("W1"), ended("W1", false), new RunEnded(9_000_000_000L, Outcome.INTERRUPTED, "Ctrl-C"));

        assertThat(history.workers()).extracting(WorkerLife::endedByItself).containsExactly(true);
    }

    @Test
    void tellsAWorkerThatEndedByItselfFromOneThatWasStopped() {
        History history = history(started("W1"), started("W2"), ended("W1", false), ended("W2", true));

        assertThat(history.workers()).extracting(WorkerLife::endedByItself).containsExactly(true, false);
    }

    @Test
    void findsAPrerequisiteThatIsMissingForOneWorkerOrAll() {
        History history = history(
                new PrerequisiteMissing(1, Prerequisite.SOCKETS, "Z", "not seen"),
                new PrerequisiteMissing(1, Prerequisite.PROMETHEUS, "", "none there"));

        assertThat(history.missing(Prerequisite.SOCKETS, "Z")).hasValue("not seen");
        assertThat(history.missing(Prerequisite.SOCKETS, "D")).isEmpty();
        assertThat(history.missing(Prerequisite.PROMETHEUS, "D")).hasValue("none there");
    }

    @Test
    void findsTheWorstLatenessThatTouchesASpan() {
        History history =
                history(new LatenessMeasured(100, 20), new LatenessMeasured(200, 90), new LatenessMeasured(300, 10));

        assertThat(history.lateness(new Span(90, 105))).as("woken within").isEqualTo(20);
        assertThat(history.lateness(new Span(105, 150)))
                .as("asleep all through")
                .isEqualTo(90);
        assertThat(history.lateness(new Span(205, 280))).as("between two").isZero();
        assertThat(history.lateness(new Span(0, Long.MAX_VALUE))).as("all").isEqualTo(90);
    }

    private static History history(Event... events) {
        List<Event> all = new ArrayList<>();
        all.add(new RunStarted(
                0,
                Instant.EPOCH,
                "test",
                new RunStarted.Subject("worker", "command", ""),
                new RunStarted.Environment("embedded", "1.34", "", 2),
                new RunStarted.Names("a", "b", "conformance-nobody", true, true)));
        all.addAll(List.of(events));
        return History.of(new Recording(all));
    }

    private static Event created(String name, long at, double seconds) {
        return new ExecutionWritten(
                Span.at(at),
                Action.CREATE,
                "a",
                name,
                "conformance-sleep",
                "g1",
                OptionalDouble.of(seconds),
                Optional.empty());
    }

    private static Event told(String name, String uid, long at, String phase) {
        String owner = phase.isEmpty() ? "" : "w1";
        return new ExecutionObserved(at, Change.MODIFIED, "a", name, uid, "1", "conformance-sleep", "g1", phase, owner);
    }

    private static Event gone(String name, String uid, long at) {
        return new ExecutionObserved(at, Change.DELETED, "a", name, uid, "1", "conformance-sleep", "g1", "", "");
    }

    private static Event started(String worker) {
        return new WorkerStarted(Span.at(1), worker, "id", "process", "g-" + worker, Optional.of(":9090"));
    }

    private static Event ended(String worker, boolean byUs) {
        return new WorkerStopped(Span.at(9), worker, byUs, OptionalInt.of(1), "");
    }

    private static Event scraped(String worker, Purpose purpose, int status, String contentType, String body) {
        return new ScrapeTaken(
                Span.at(5),
                worker,
                purpose,
                "http://w1/metrics",
                "*/*",
                new Answered(status, contentType, "", body.getBytes(StandardCharsets.UTF_8), false));
    }
}
