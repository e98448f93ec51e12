package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.requirement.MetricNames.COMPLETED;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.FUNCTION_LABEL;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.LATENCY_BUCKET;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.RESULT_LABEL;

import cloud.kontinue.metrics.conformance.exposition.Sample;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.judge.StoredSeries.Point;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered.Topic;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** P5: looks whether what Prometheus stores and computes agrees with what the worker showed. */
final class KnownValues {

    private KnownValues() {}

    static Verdict areComputed(History history) {
        Optional<String> missing =
                history.missing(Prerequisite.PROMETHEUS, "").or(() -> Target.harnessProblem(history));
        if (missing.isPresent()) {
            return Findings.notVerified(missing.get());
        }
        Findings findings = new Findings(
                "stored values equal to the shown ones, a rate above 0, and quantiles within the buckets that"
                        + " hold observations");
        history.answers(Topic.SERIES).forEach(answer -> stored(history, answer, findings));
        boolean equal = findings.seen() > 0;
        boolean rate = rate(history, findings);
        boolean quantile = quantile(history, findings);
        if (!equal || !rate || !quantile) {
            findings.doubt(
                    !equal
                            ? "no stored value of the counter could be compared with a shown one"
                            : !rate
                                    ? "the stored counter did not rise while Prometheus watched, so that there is no rate"
                                    : "Prometheus computed no quantile");
        }
        return findings.verdict("stored as shown, rate above 0, quantiles in the right buckets", "nothing was stored");
    }

    private static void stored(History history, PrometheusAnswered answer, Findings findings) {
        Optional<WorkerLife> worker = history.worker(answer.worker());
        List<Scrape> pages = worker.map(Pages::of).orElse(List.of());
        if (pages.isEmpty()) {
            return;
        }
        own(history, worker.get(), answer)
                .filter(series -> series.name().equals(COMPLETED))
                .forEach(series -> series.points().forEach(point -> {
                    Range shown = shown(history, pages, series, point);
                    if (shown.holds(point.value())) {
                        findings.looked();
                    } else {
                        findings.violation(
                                answer.at(),
                                "Prometheus stored %s for %s{function=\"%s\",result=\"%s\"}, while %s showed %s"
                                        .formatted(
                                                Text.number(point.value()),
                                                COMPLETED,
                                                series.label(FUNCTION_LABEL),
                                                series.label(RESULT_LABEL),
                                                worker.get().name(),
                                                shown),
                                Where.of(history, answer));
                    }
                }));
    }

    /** Returns the series of one worker: a Prometheus that scrapes by address answers with those of all. */
    private static Stream<StoredSeries> own(History history, WorkerLife worker, PrometheusAnswered answer) {
        Set<String> discovered = Target.all(history).stream()
                .filter(target -> target.active() && target.worker().equals(worker.name()))
                .map(Target::instance)
                .collect(Collectors.toSet());
        Set<String> addressed = worker.scrapes().stream()
                .map(scrape -> URI.create(scrape.taken().url()).getRawAuthority())
                .collect(Collectors.toSet());
        return StoredSeries.of(answer).filter(series -> {
            String instance = series.label("instance");
            return instance.isEmpty() || discovered.contains(instance) || addressed.contains(instance);
        });
    }

    /** Returns what the worker showed just before and just after a value was stored. */
    private static Range shown(History history, List<Scrape> pages, StoredSeries series, Point point) {
        double start = history.head().startedAt().toEpochMilli() / 1e3;
        long instant = Tolerances.nanos(point.seconds() - start);
        double least = 0;
        double most = Double.POSITIVE_INFINITY;
        for (Scrape page : pages) {
            double value = Samples.of(page, COMPLETED).stream()
                    .filter(sample -> has(sample, FUNCTION_LABEL, series) && has(sample, RESULT_LABEL, series))
                    .mapToDouble(Sample::value)
                    .sum();
            if (page.span().to() <= instant - Tolerances.PROMETHEUS_CLOCK) {
                least = value;
            } else if (page.span().from() >= instant + Tolerances.PROMETHEUS_CLOCK) {
                most = value;
                break;
            }
        }
        return new Range(least, most);
    }

    private static boolean has(Sample sample, String label, StoredSeries series) {
        return sample.labels().get(label).equals(Optional.of(series.label(label)));
    }

    /** Returns whether there was a rate to look at. */
    private static boolean rate(History history, Findings findings) {
        boolean above = history.answers(Topic.RATE).stream()
                .flatMap(StoredSeries::of)
                .flatMap(series -> series.points().stream())
                .anyMatch(point -> point.value() > 0);
        if (above) {
            findings.looked();
            return true;
        }
        for (PrometheusAnswered answer : history.answers(Topic.RATE)) {
            boolean rose = history.answers(Topic.SERIES).stream()
                    .filter(stored -> stored.worker().equals(answer.worker()) && stored.at() <= answer.at())
                    .flatMap(StoredSeries::of)
                    .filter(series -> series.name().equals(COMPLETED))
                    .anyMatch(KnownValues::rises);
            if (rose) {
                findings.violation(
                        answer.at(),
                        "the stored counter rises, but its rate is not above 0",
                        Where.of(history, answer));
                return true;
            }
        }
        return false;
    }

    private static boolean rises(StoredSeries series) {
        List<Point> points = series.points();
        return points.size() > 1
                && points.get(points.size() - 1).value() > points.get(0).value();
    }

    /** Returns whether there was a quantile to look at. */
    private static boolean quantile(History history, Findings findings) {
        boolean looked = false;
        for (PrometheusAnswered answer : history.answers(Topic.QUANTILE)) {
            List<Scrape> pages = history.worker(answer.worker()).map(Pages::of).orElse(List.of()).stream()
                    .filter(page -> page.span().to() <= answer.span().to())
                    .toList();
            for (StoredSeries series : StoredSeries.of(answer).toList()) {
                for (Point point : series.points()) {
                    if (!pages.isEmpty() && !Double.isNaN(point.value())) {
                        looked = true;
                        Range filled = filled(pages.get(pages.size() - 1), series.label(FUNCTION_LABEL));
                        judge(history, answer, point, filled, findings);
                    }
                }
            }
        }
        return looked;
    }

    private static void judge(
            History history, PrometheusAnswered answer, Point point, Range filled, Findings findings) {
        if (filled.holds(point.value())) {
            findings.looked();
        } else {
            findings.violation(
                    answer.at(),
                    "histogram_quantile gives %s, but the buckets with observations span %s"
                            .formatted(Text.number(point.value()), filled),
                    Where.of(history, answer));
        }
    }

    /** Returns from where to where the buckets reach that hold a function's observations; all functions' for "". */
    private static Range filled(Scrape page, String function) {
        Predicate<Sample> wanted = sample ->
                function.isEmpty() || sample.labels().get(FUNCTION_LABEL).equals(Optional.of(function));
        SortedMap<Double, Double> counts = new TreeMap<>();
        for (Sample sample : Samples.of(page, LATENCY_BUCKET)) {
            if (wanted.test(sample)) {
                Buckets.bound(sample).ifPresent(bound -> counts.merge(bound, sample.value(), Double::sum));
            }
        }
        double least = Double.NaN;
        double most = Double.NaN;
        double lower = 0;
        double before = 0;
        for (Map.Entry<Double, Double> bucket : counts.entrySet()) {
            if (bucket.getValue() > before) {
                least = Double.isNaN(least) ? lower : least;
                // The quantile of what lies beyond the last finite bound is that bound.
                most = Double.isInfinite(bucket.getKey()) ? Math.max(lower, most) : bucket.getKey();
            }
            before = bucket.getValue();
            lower = bucket.getKey();
        }
        return new Range(least, most);
    }
}
