package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.judge.PrometheusJson.Stored;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered.Topic;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** C9: looks under which name Prometheus stored the counter. */
final class StoredName {

    /** A histogram's count that was stored this often has had a scrape in which the counter was there too. */
    private static final int ENOUGH = 2;

    private StoredName() {}

    static Verdict isTheDocumentedOne(History history) {
        Optional<String> missing = history.missing(Prerequisite.PROMETHEUS, "");
        if (missing.isPresent()) {
            return Findings.notVerified(missing.get());
        }
        Findings findings = new Findings("a stored series named " + MetricNames.COMPLETED);
        for (PrometheusAnswered answer : history.answers(Topic.SERIES)) {
            List<Stored> series = PrometheusJson.series(answer).toList();
            if (series.stream().anyMatch(stored -> stored.name().equals(MetricNames.COMPLETED))) {
                findings.looked();
            }
        }
        if (findings.seen() == 0) {
            history.answers(Topic.SERIES).stream()
                    .filter(answer ->
                            completionsWereStored(PrometheusJson.series(answer).toList()))
                    .forEach(answer -> findings.violation(
                            answer.at(),
                            "Prometheus stored the latency of " + answer.worker() + ", but no " + MetricNames.COMPLETED
                                    + "; it stored " + Text.list(names(answer)),
                            Where.of(history, answer)));
        }
        return findings.verdict(
                "stored as " + MetricNames.COMPLETED, "Prometheus did not answer with series of ended Executions");
    }

    private static boolean completionsWereStored(List<Stored> series) {
        return series.stream()
                .anyMatch(stored -> stored.name().equals(MetricNames.LATENCY_COUNT) && stored.values() >= ENOUGH);
    }

    private static Set<String> names(PrometheusAnswered answer) {
        return PrometheusJson.series(answer).map(Stored::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
