package cloud.kontinue.metrics.conformance.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import cloud.kontinue.metrics.conformance.judge.Evidence;
import cloud.kontinue.metrics.conformance.judge.Judgement;
import cloud.kontinue.metrics.conformance.judge.Verdict;
import cloud.kontinue.metrics.conformance.requirement.Level;
import cloud.kontinue.metrics.conformance.requirement.Requirement;
import cloud.kontinue.metrics.conformance.requirement.Section;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class RequirementTestsTest {

    /** A class whose run came to one verdict of each kind. */
    static class OneOfEachKind {

        @TestFactory
        Stream<DynamicTest> requirements() {
            return RequirementTests.of(List.of(
                    judgement("E1", new Verdict.Conforms("as it should be", Map.of())),
                    judgement(
                            "S4",
                            new Verdict.Violates(
                                    "every 30 s",
                                    "every 45 s",
                                    List.of(new Evidence(1, "third refresh", "recording/events.jsonl:17")),
                                    Map.of())),
                    judgement("P1", new Verdict.NotVerified("there is no Prometheus", Map.of())),
                    judgement("P6", new Verdict.NotApplicable("it cannot be disabled", Map.of()))));
        }

        private static Judgement judgement(String id, Verdict verdict) {
            return new Judgement(
                    new Requirement(
                            id,
                            Section.STATES,
                            Level.REQUIRED,
                            "title of " + id,
                            "words of the page",
                            "meaning",
                            "judging",
                            List.of(),
                            List.of("look at the timer")),
                    verdict);
        }
    }

    @Test
    void oneTestForEachRequirementIsNamedByItsIdAndTitle() {
        tests().started()
                .assertEventsMatchExactly(
                        event(displayName("E1 · title of E1")),
                        event(displayName("S4 · title of S4")),
                        event(displayName("P1 · title of P1")),
                        event(displayName("P6 · title of P6")));
    }

    @Test
    void whatConformsSucceeds() {
        tests().succeeded().assertEventsMatchExactly(event(displayName("E1 · title of E1"), finishedSuccessfully()));
    }

    @Test
    void aViolationFailsWithWhatWasExpectedObservedAndWhatToCheck() {
        tests().failed()
                .assertEventsMatchExactly(event(
                        displayName("S4 · title of S4"),
                        finishedWithFailure(
                                instanceOf(AssertionFailedError.class),
                                message(text -> text.contains("words of the page")
                                        && text.contains("expected: every 30 s")
                                        && text.contains("observed: every 45 s")
                                        && text.contains("recording/events.jsonl:17")
                                        && text.contains("check: look at the timer")))));
    }

    @Test
    void whatWasNotVerifiedIsAbortedWithItsReason() {
        tests().aborted()
                .assertEventsMatchExactly(
                        event(
                                displayName("P1 · title of P1"),
                                abortedWithReason(
                                        instanceOf(TestAbortedException.class),
                                        message("not verified: there is no Prometheus"))),
                        event(
                                displayName("P6 · title of P6"),
                                abortedWithReason(
                                        instanceOf(TestAbortedException.class),
                                        message("not applicable: it cannot be disabled"))));
    }

    private static Events tests() {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(OneOfEachKind.class))
                .execute()
                .testEvents();
    }
}
