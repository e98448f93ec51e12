package cloud.kontinue.metrics.conformance.judge;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.judge.Verdict.Conforms;
import cloud.kontinue.metrics.conformance.judge.Verdict.NotApplicable;
import cloud.kontinue.metrics.conformance.judge.Verdict.NotVerified;
import cloud.kontinue.metrics.conformance.judge.Verdict.Violates;
import cloud.kontinue.metrics.conformance.requirement.Catalogue;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class JudgeTest {

    private static final String SLEEP = "conformance-sleep";

    @Test
    void judgesEveryRequirementInTheOrderOfTheCatalogue() {
        assertThat(Judge.judge(Script.run().history()))
                .extracting(Judgement::requirement)
                .containsExactlyElementsOf(Catalogue.all());
    }

    @Test
    void findsNothingInARecordingOfNothing() {
        assertThat(Judge.judge(Script.run().history()))
                .extracting(Judgement::verdict)
                .allMatch(verdict -> verdict instanceof NotVerified || verdict instanceof NotApplicable);
    }

    @Test
    void holdsNothingAgainstAnHonestWorker() {
        assertThat(violated(page -> page)).isEmpty();
    }

    @Test
    void nameThatEndsInTotalViolatesItsOwnRequirementOnly() {
        assertThat(violated(page -> page.replace("executions_completed", "executions_completed_total")))
                .containsExactly("C1");
    }

    @Test
    void gaugeInsteadOfCounterViolatesItsOwnRequirementOnly() {
        assertThat(violated(page -> page.replace("completed counter", "completed gauge")))
                .containsExactly("C2");
    }

    @Test
    void anotherLabelViolatesItsOwnRequirementOnly() {
        assertThat(violated(page -> page.replace("result=", "worker=\"w1\",result=")))
                .containsExactly("C3");
    }

    @Test
    void milliSecondsViolateTheirOwnRequirementOnly() {
        assertThat(violated(page -> page.replaceAll("(_sum\\{.*) 4\\.41", "$1 4410")))
                .containsExactly("L3");
    }

    @Test
    void gaugeThatNeverFallsViolatesItsOwnRequirementOnly() {
        assertThat(violated(page -> page.replaceAll("(running\\{.*) 0\\.0", "$1 1.0")))
                .containsExactly("R4");
    }

    @Test
    void dependentsNameTheViolatedRequirementBehindThem() {
        List<Judgement> judgements = judged(page -> page.replace("executions_completed", "executions_completed_total"));

        assertThat(judgements)
                .filteredOn(judgement -> judgement.requirement().id().equals("C7"))
                .extracting(Judgement::verdict)
                .allSatisfy(verdict -> VerdictAssert.assertThat(verdict).isNotVerifiedBecause("because of C1"));
    }

    @Test
    void honestWorkerIsFoundToConformWhereItWasSeen() {
        assertThat(judged(page -> page))
                .filteredOn(judgement -> judgement.verdict() instanceof Conforms)
                .extracting(judgement -> judgement.requirement().id())
                .contains("E3", "E5", "R1", "R2", "R3", "R4", "R9", "L1", "L2", "L3", "L5", "L7", "L8", "L9", "L10")
                .contains("C1", "C2", "C3", "C4", "C5", "C7", "C8");
    }

    private static List<String> violated(UnaryOperator<String> defect) {
        return judged(defect).stream()
                .filter(judgement -> judgement.verdict() instanceof Violates)
                .map(judgement -> judgement.requirement().id())
                .toList();
    }

    /** W1 sleeps from 2.1 to 6.5 s; its honest page goes through the defect before it is served. */
    private static List<Judgement> judged(UnaryOperator<String> defect) {
        return Judge.judge(Script.run()
                .worker("W1", "g1")
                .create("e1", SLEEP, "g1", 2, 4.4)
                .executes("e1", "w1", 2.1, 6.5, "Completed")
                .scrapes("W1", 1, 14, at -> defect.apply(page(at)))
                .history());
    }

    private static String page(double at) {
        PageText page = PageText.page();
        if (at >= 2.1) {
            page.running(SLEEP, "w1", at < 6.5 ? 1 : 0);
        }
        if (at >= 6.5) {
            page.latency(SLEEP, "w1", 4.41).completed(SLEEP, "success", 1);
        }
        return page.text();
    }

    @Test
    void mistakeInACheckIsNotHeldAgainstTheWorker() {
        Check mistaken = history -> {
            throw new IllegalStateException("no such thing");
        };

        Verdict verdict = Judge.judge(mistaken, Script.run().history());

        VerdictAssert.assertThat(verdict).isNotVerifiedBecause("the suite could not judge this", "no such thing");
    }
}
