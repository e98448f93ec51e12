package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.requirement.MetricNames.BUCKET_LABEL;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.FUNCTION_LABEL;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.LATENCY;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.LATENCY_BUCKET;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.LATENCY_COUNT;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.LATENCY_SUM;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.NAMESPACE_LABEL;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.WORKER_LABEL;

import cloud.kontinue.metrics.conformance.exposition.FamilyType;
import cloud.kontinue.metrics.conformance.exposition.Sample;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.judge.Verdict.Conforms;
import cloud.kontinue.metrics.conformance.judge.Verdict.Violates;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Judges the page's section on latency. */
final class LatencyJudge {

    private static final Set<String> LABELS = Set.of(FUNCTION_LABEL, NAMESPACE_LABEL, WORKER_LABEL);
    private static final Set<String> BUCKET_LABELS =
            Set.of(FUNCTION_LABEL, NAMESPACE_LABEL, WORKER_LABEL, BUCKET_LABEL);

    private LatencyJudge() {}

    /** Returns the checks by the id of their requirement. */
    static Map<String, Check> checks() {
        return Map.of(
                "L1", LatencyJudge::nameAndType,
                "L2", LatencyJudge::labels,
                "L3", LatencyUnit::seconds,
                "L4", LatencyDurations::waitIsNotCounted,
                "L5", LatencyCounts::oncePerSuccess,
                "L6", LatencyCounts::oncePerFailure,
                "L7", Buckets::cumulative,
                "L8", Buckets::documentedBoundaries,
                "L9", LatencyDurations::agreeWithKnownOnes,
                "L10", history -> Falls.none(history, Samples::latency));
    }

    private static Verdict nameAndType(History history) {
        Verdict name = FamilyChecks.name(history, LATENCY_COUNT, (party, reading) -> ended(history, party, reading));
        return name instanceof Violates ? name : FamilyChecks.type(history, LATENCY, FamilyType.HISTOGRAM);
    }

    private static boolean ended(History history, Party party, Reading reading) {
        long late = Lateness.around(history, reading.span());
        return party.baseline().isEmpty()
                && party.works().stream().anyMatch(work -> work.mustBeDone(reading.span(), late));
    }

    private static Verdict labels(History history) {
        Verdict buckets = FamilyChecks.labels(history, BUCKET_LABELS, page -> Samples.of(page, LATENCY_BUCKET));
        Verdict totals = FamilyChecks.labels(history, LABELS, LatencyJudge::totals);
        return totals instanceof Conforms ? buckets : totals;
    }

    private static List<Sample> totals(Scrape page) {
        return Stream.of(LATENCY_SUM, LATENCY_COUNT)
                .flatMap(name -> Samples.of(page, name).stream())
                .toList();
    }
}
