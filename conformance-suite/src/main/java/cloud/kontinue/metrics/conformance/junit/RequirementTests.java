package cloud.kontinue.metrics.conformance.junit;

import cloud.kontinue.metrics.conformance.judge.Judgement;
import cloud.kontinue.metrics.conformance.judge.Verdict;
import cloud.kontinue.metrics.conformance.report.ViolationText;
import cloud.kontinue.metrics.conformance.requirement.Requirement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Judgements as tests. */
final class RequirementTests {

    private RequirementTests() {}

    /** Returns a test for each, named by its id and title. */
    static Stream<DynamicTest> of(List<Judgement> judgements) {
        return judgements.stream()
                .map(judgement -> DynamicTest.dynamicTest(name(judgement.requirement()), () -> require(judgement)));
    }

    private static String name(Requirement requirement) {
        return requirement.id() + " · " + requirement.title();
    }

    private static void require(Judgement judgement) {
        Verdict verdict = judgement.verdict();
        if (verdict instanceof Verdict.Violates violates) {
            throw new AssertionFailedError(
                    message(judgement.requirement(), violates), violates.expected(), violates.observed());
        } else if (verdict instanceof Verdict.NotVerified notVerified) {
            throw new TestAbortedException("not verified: " + notVerified.reason());
        } else if (verdict instanceof Verdict.NotApplicable notApplicable) {
            throw new TestAbortedException("not applicable: " + notApplicable.reason());
        }
    }

    private static String message(Requirement requirement, Verdict.Violates violates) {
        return "\"" + requirement.quote() + "\"\n" + String.join("\n", ViolationText.lines(requirement, violates));
    }
}
