package cloud.kontinue.metrics.conformance.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.recording.ApiRequestSeen;
import cloud.kontinue.metrics.conformance.recording.ExecutionObserved;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answer;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Failure;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Unanswered;
import cloud.kontinue.metrics.conformance.recording.Span;
import cloud.kontinue.metrics.conformance.recording.WorkerStarted;
import cloud.kontinue.metrics.conformance.recording.WorkerStopped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactsTest {

    private final Facts facts = new Facts();
    private final WorkerFacts w1 = facts.of("W1");

    @BeforeEach
    void start() {
        facts.accept(new WorkerStarted(Span.at(0), "W1", "id-1", "process", "g1", Optional.of(":9090")));
    }

    @Test
    void servesFromItsFirstGoodPageOn() {
        scrape(1, new Unanswered(Failure.REFUSED, ""));
        scrape(2, page(503, ""));
        scrape(3, page(200, ""));

        assertThat(w1.answered.due()).hasValue(RunClock.nanos(2));
        assertThat(w1.served.due()).hasValue(RunClock.nanos(3));
    }

    @Test
    void isNotThereWhileConnectionsAreRefused() {
        scrape(1, new Unanswered(Failure.REFUSED, ""));

        assertThat(w1.answered.known()).isFalse();
    }

    @Test
    void countsARefreshForEachChangeOfTheStates() {
        scrape(1, states(5));
        scrape(20, states(5));
        scrape(31, states(6));
        scrape(61, states(7));

        assertThat(w1.refresh(1).due()).hasValue(RunClock.nanos(1));
        assertThat(w1.refresh(2).due()).hasValue(RunClock.nanos(31));
        assertThat(w1.refresh(3).due()).hasValue(RunClock.nanos(61));
        assertThat(w1.refresh(4).due()).isEmpty();
    }

    @Test
    void takesChangesThatFollowAtOnceForOneRefresh() {
        scrape(1, states(5));
        scrape(1.5, states(6));
        scrape(31, states(7));

        assertThat(w1.refresh(2).due()).hasValue(RunClock.nanos(31));
    }

    @Test
    void doesNotTakeOtherFamiliesForStates() {
        scrape(1, page(200, "kontinue_executions_running{function=\"f\"} 1\n"));

        assertThat(w1.refresh(1).due()).isEmpty();
    }

    @Test
    void findsTheFirstRefreshAfterAMoment() {
        scrape(1, states(5));
        scrape(31, states(6));

        assertThat(w1.refreshAfter(Moment.at(2)).due()).hasValue(RunClock.nanos(31));
        assertThat(w1.refreshAfter(Moment.at(40)).due()).isEmpty();
        assertThat(w1.refreshAfter(new Fact()).due()).isEmpty();
    }

    @Test
    void hasClaimedOnceAnExecutionOfItsGroupLeftPending() {
        observe("g1", "");
        observe("g1", "Pending");
        observe("g2", "Executing");
        assertThat(w1.claimed.known()).isFalse();

        observe("g1", "Executing");

        assertThat(w1.claimed.known()).isTrue();
    }

    @Test
    void wasDeniedOnceAListingOfItWasForbidden() {
        request("id-2", "list", 403);
        request("id-1", "watch", 403);
        request("id-1", "list", 200);
        assertThat(w1.denied.known()).isFalse();

        request("id-1", "list", 403);

        assertThat(w1.denied.known()).isTrue();
    }

    @Test
    void diedOnlyIfItEndedByItself() {
        facts.accept(new WorkerStopped(Span.at(1), "W2", true, OptionalInt.empty(), ""));
        facts.accept(new WorkerStopped(Span.at(2), "W1", false, OptionalInt.of(1), ""));

        assertThat(facts.of("W2").died.known()).isFalse();
        assertThat(w1.died.due()).hasValue(2);
    }

    private void scrape(double second, Answer answer) {
        facts.accept(new ScrapeTaken(
                Span.at(RunClock.nanos(second)), "W1", Purpose.REGULAR, "http://127.0.0.1:9090/metrics", "", answer));
    }

    private static Answered states(int count) {
        return page(200, "kontinue_execution_states{function=\"f\"} " + count + "\n");
    }

    private static Answered page(int status, String body) {
        return new Answered(status, "text/plain", "", body.getBytes(StandardCharsets.UTF_8), false);
    }

    private void observe(String group, String phase) {
        facts.accept(new ExecutionObserved(
                1, ExecutionObserved.Change.MODIFIED, "a", "e1", "u1", "2", "f", group, phase, ""));
    }

    private void request(String identity, String verb, int status) {
        facts.accept(new ApiRequestSeen(Span.at(1), identity, verb, "executions", "", "", status, ""));
    }
}
