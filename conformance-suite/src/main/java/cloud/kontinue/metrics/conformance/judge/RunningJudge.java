package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.requirement.MetricNames.FUNCTION_LABEL;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.NAMESPACE_LABEL;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.RUNNING;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.WORKER_LABEL;

import cloud.kontinue.metrics.conformance.exposition.FamilyType;
import cloud.kontinue.metrics.conformance.exposition.Sample;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.judge.Verdict.Violates;
import java.util.Map;
import java.util.Set;

/** Judges the page's section on running. */
final class RunningJudge {

    private static final Set<String> LABELS = Set.of(FUNCTION_LABEL, NAMESPACE_LABEL, WORKER_LABEL);

    private RunningJudge() {}

    /** Returns the checks by the id of their requirement. */
    static Map<String, Check> checks() {
        return Map.of(
                "R1",
                RunningJudge::nameAndType,
                "R2",
                history -> FamilyChecks.labels(history, LABELS, page -> Samples.of(page, RUNNING)),
                "R3",
                RunningCounts::everyValueWasTrue,
                "R4",
                RunningFalls::afterSuccess,
                "R5",
                RunningFalls::afterFailure,
                "R6",
                RunningShares::ownOnly,
                "R7",
                WorkerNames::oneEach,
                "R8",
                RunningShares::suspendedIsNotRunning,
                "R9",
                RunningJudge::neverNegative);
    }

    private static Verdict nameAndType(History history) {
        Verdict name = FamilyChecks.name(history, RUNNING, (party, reading) -> party.works().stream()
                .anyMatch(work -> work.mustRun(reading.span(), Lateness.around(history, reading.span()))));
        return name instanceof Violates ? name : FamilyChecks.type(history, RUNNING, FamilyType.GAUGE);
    }

    private static Verdict neverNegative(History history) {
        Findings findings = new Findings("values of 0 or more");
        for (WorkerLife worker : Pages.workers(history)) {
            for (Scrape page : Pages.of(worker)) {
                for (Sample sample : Samples.of(page, RUNNING)) {
                    findings.looked();
                    if (sample.value() < 0) {
                        findings.violation(
                                page,
                                sample.line(),
                                sample.labels() + " is " + Text.number(sample.value()) + " on " + worker.name());
                    }
                }
            }
        }
        return findings.verdict(
                "none of " + findings.seen() + " samples is negative", "no sample of " + RUNNING + " was seen");
    }
}
