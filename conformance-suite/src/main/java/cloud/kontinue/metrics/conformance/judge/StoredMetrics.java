package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.requirement.MetricNames.BUCKET_LABEL;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.FUNCTION_LABEL;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.NAMESPACE_LABEL;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.RESULT_LABEL;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.STATE_LABEL;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.WORKER_LABEL;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered.Topic;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** P4: looks whether all four metrics can be queried under their names, with their labels. */
final class StoredMetrics {

    /** Prometheus drops a label that is empty, so the worker of what is Pending is missing. */
    private static final Map<String, Set<String>> LABELS = labels();

    private static final String EXPORTED = "exported_";

    private StoredMetrics() {}

    private static Map<String, Set<String>> labels() {
        Set<String> usual = Set.of(FUNCTION_LABEL, NAMESPACE_LABEL, WORKER_LABEL);
        Map<String, Set<String>> labels = new LinkedHashMap<>();
        labels.put(MetricNames.RUNNING, usual);
        labels.put(MetricNames.LATENCY_BUCKET, Set.of(FUNCTION_LABEL, NAMESPACE_LABEL, WORKER_LABEL, BUCKET_LABEL));
        labels.put(MetricNames.LATENCY_SUM, usual);
        labels.put(MetricNames.LATENCY_COUNT, usual);
        labels.put(MetricNames.COMPLETED, Set.of(FUNCTION_LABEL, RESULT_LABEL));
        labels.put(MetricNames.STATES, Set.of(FUNCTION_LABEL, STATE_LABEL, NAMESPACE_LABEL));
        return labels;
    }

    static Verdict underTheirNames(History history) {
        Optional<String> missing =
                history.missing(Prerequisite.PROMETHEUS, "").or(() -> Target.harnessProblem(history));
        if (missing.isPresent()) {
            return Findings.notVerified(missing.get());
        }
        Findings findings = new Findings("series under each documented name, with the documented labels");
        List<String> unseen = new ArrayList<>();
        LABELS.forEach((name, labels) -> {
            if (!stored(history, name, labels, findings)) {
                lacking(history, name, unseen, findings);
            }
        });
        unseen.stream().findFirst().ifPresent(findings::doubt);
        return findings.verdict(
                "stored under all " + LABELS.size() + " names", "Prometheus did not answer with any series");
    }

    private static boolean stored(History history, String name, Set<String> labels, Findings findings) {
        boolean found = false;
        for (PrometheusAnswered answer : history.answers(Topic.SERIES)) {
            for (StoredSeries series : StoredSeries.of(answer).toList()) {
                if (series.name().equals(name)) {
                    found = true;
                    labels.stream()
                            .filter(label -> series.label(label).isEmpty()
                                    && series.label(EXPORTED + label).isEmpty())
                            .findFirst()
                            .ifPresentOrElse(
                                    label -> findings.violation(
                                            answer.at(),
                                            "a stored series of " + name + " has no label " + label,
                                            Where.of(history, answer)),
                                    findings::looked);
                }
            }
        }
        return found;
    }

    /**
     * It is to blame on the worker only where it had shown the metric without a break for long enough to be scraped
     * twice: a gauge's series may come and go between two scrapes.
     */
    private static void lacking(History history, String name, List<String> unseen, Findings findings) {
        long enough = 2 * Tolerances.SCRAPE;
        boolean shownAtAll = false;
        for (PrometheusAnswered answer : history.answers(Topic.SERIES)) {
            List<Scrape> before = history.worker(answer.worker()).stream()
                    .flatMap(worker -> Pages.of(worker).stream())
                    .filter(page -> page.span().to() <= answer.span().from())
                    .toList();
            boolean others =
                    StoredSeries.of(answer).anyMatch(series -> series.name().startsWith(MetricNames.PREFIX));
            if (others && steadily(before, name, answer.span().from() - enough)) {
                findings.violation(
                        answer.at(),
                        "Prometheus has no series named " + name + ", which " + answer.worker() + " had shown for "
                                + Text.seconds(enough),
                        Where.of(history, answer));
                return;
            }
            shownAtAll |= before.stream().anyMatch(page -> shows(page, name));
        }
        if (!shownAtAll) {
            unseen.add("no worker that Prometheus scrapes had shown " + name);
        }
    }

    /** Returns whether all pages since an instant show a metric, and one before it too. */
    private static boolean steadily(List<Scrape> pages, String name, long since) {
        Optional<Scrape> last =
                pages.stream().filter(page -> page.span().to() <= since).reduce((first, second) -> second);
        return last.filter(page -> shows(page, name)).isPresent()
                && pages.stream().filter(page -> page.span().to() > since).allMatch(page -> shows(page, name));
    }

    private static boolean shows(Scrape page, String name) {
        return !Samples.of(page, name).isEmpty();
    }
}
