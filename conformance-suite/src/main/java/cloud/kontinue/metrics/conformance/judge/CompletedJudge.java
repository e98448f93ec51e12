package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.requirement.MetricNames.COMPLETED;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.FUNCTION_LABEL;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.RESULT_ERROR;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.RESULT_LABEL;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.RESULT_SUCCESS;

import cloud.kontinue.metrics.conformance.exposition.FamilyType;
import cloud.kontinue.metrics.conformance.exposition.Sample;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges the page's section on completed. */
final class CompletedJudge {

    private static final Set<String> LABELS = Set.of(FUNCTION_LABEL, RESULT_LABEL);
    private static final Set<String> RESULTS = Set.of(RESULT_SUCCESS, RESULT_ERROR);

    private CompletedJudge() {}

    /** Returns the checks by the id of their requirement. */
    static Map<String, Check> checks() {
        return Map.of(
                "C1", CompletedJudge::name,
                "C2", history -> FamilyChecks.type(history, COMPLETED, FamilyType.COUNTER),
                "C3", history -> FamilyChecks.labels(history, LABELS, CompletedJudge::samples),
                "C4", CompletedJudge::results,
                "C5", CompletedCounts::onePerSuccess,
                "C6", CompletedCounts::onePerError,
                "C7", CompletedCounts::notBeforeTheEnd,
                "C8", history -> Falls.none(history, CompletedJudge::samples),
                "C9", StoredName::isTheDocumentedOne);
    }

    private static List<Sample> samples(Scrape page) {
        return Samples.of(page, COMPLETED);
    }

    private static Verdict name(History history) {
        return FamilyChecks.name(
                history,
                COMPLETED,
                (party, reading) -> party.baseline().isEmpty()
                        && party.works().stream()
                                .anyMatch(work ->
                                        work.mustBeDone(reading.span(), Lateness.around(history, reading.span()))));
    }

    private static Verdict results(History history) {
        Findings findings = new Findings("the result " + RESULT_SUCCESS + " or " + RESULT_ERROR);
        for (WorkerLife worker : Pages.workers(history)) {
            for (Scrape page : Pages.of(worker)) {
                for (Sample sample : samples(page)) {
                    String result = sample.labels().get(RESULT_LABEL).orElse("");
                    if (RESULTS.contains(result)) {
                        findings.looked();
                    } else {
                        findings.violation(page, sample.line(), "the result '" + result + "' on " + worker.name());
                    }
                }
            }
        }
        return findings.verdict(
                "no other result on " + findings.seen() + " samples", "no sample of " + COMPLETED + " was seen");
    }
}
