package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.requirement.MetricNames.BUCKET_LABEL;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.LATENCY_BUCKET;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.LATENCY_COUNT;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.LATENCY_SUM;

import cloud.kontinue.metrics.conformance.exposition.Labels;
import cloud.kontinue.metrics.conformance.exposition.Sample;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Looks at the buckets of the latency, with their bounds compared as numbers. */
final class Buckets {

    private static final List<Double> DOCUMENTED = List.of(1.0, 10.0);

    private Buckets() {}

    /** Returns the bound of a bucket; empty where the label is none or no number. */
    static OptionalDouble bound(Sample bucket) {
        String text = bucket.labels().get(BUCKET_LABEL).orElse("");
        if (text.equals("+Inf") || text.equals("Inf")) {
            return OptionalDouble.of(Double.POSITIVE_INFINITY);
        }
        // Java reads more than the format allows; what it reads beyond, such as 1d, is no number there.
        return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }

    /** L7. */
    static Verdict cumulative(History history) {
        Findings findings =
                new Findings("buckets that never fall with their bound, one of +Inf that equals the count, and a sum");
        for (WorkerLife worker : Pages.workers(history)) {
            for (Scrape page : Pages.of(worker)) {
                judge(page, findings);
            }
        }
        return findings.verdict(
                findings.seen() + " histograms, each cumulative up to its count", "no page shows a latency");
    }

    private static void judge(Scrape page, Findings findings) {
        Map<Labels, NavigableMap<Double, Sample>> histograms = new LinkedHashMap<>();
        for (Sample bucket : Samples.of(page, LATENCY_BUCKET)) {
            OptionalDouble bound = bound(bucket);
            if (bound.isEmpty()) {
                findings.violation(page, bucket.line(), "a bucket without a number as its bound: " + bucket.labels());
                continue;
            }
            Sample before = histograms
                    .computeIfAbsent(bucket.labels().without(BUCKET_LABEL), labels -> new TreeMap<>())
                    .put(bound.getAsDouble(), bucket);
            if (before != null) {
                findings.violation(page, bucket.line(), "two buckets of the bound " + Text.number(bound.getAsDouble()));
            }
        }
        Map<Labels, Sample> counts = byLabels(page, LATENCY_COUNT);
        Map<Labels, Sample> sums = byLabels(page, LATENCY_SUM);
        counts.keySet().forEach(labels -> histograms.computeIfAbsent(labels, missing -> new TreeMap<>()));
        histograms.forEach((labels, buckets) -> {
            findings.looked();
            judgeRise(page, buckets, findings);
            judgeEnd(page, labels, buckets, counts, sums, findings);
        });
    }

    private static void judgeRise(Scrape page, NavigableMap<Double, Sample> buckets, Findings findings) {
        double below = 0;
        for (Map.Entry<Double, Sample> bucket : buckets.entrySet()) {
            double value = bucket.getValue().value();
            if (!(value >= below)) {
                findings.violation(
                        page,
                        bucket.getValue().line(),
                        "the bucket of " + Text.number(bucket.getKey()) + " holds " + Text.number(value)
                                + ", fewer than the " + Text.number(below) + " below it: not cumulative");
            }
            below = value;
        }
    }

    private static void judgeEnd(
            Scrape page,
            Labels labels,
            NavigableMap<Double, Sample> buckets,
            Map<Labels, Sample> counts,
            Map<Labels, Sample> sums,
            Findings findings) {
        Sample count = counts.get(labels);
        Sample infinite = buckets.get(Double.POSITIVE_INFINITY);
        int line = buckets.isEmpty() ? 1 : buckets.firstEntry().getValue().line();
        if (infinite == null) {
            findings.violation(page, count == null ? line : count.line(), "no bucket of +Inf for " + labels);
        } else if (count == null) {
            findings.violation(page, infinite.line(), "no " + LATENCY_COUNT + " for " + labels);
        } else if (infinite.value() != count.value()) {
            findings.violation(
                    page,
                    count.line(),
                    "the bucket of +Inf holds " + Text.number(infinite.value()) + ", but the count is "
                            + Text.number(count.value()));
        }
        if (!sums.containsKey(labels)) {
            findings.violation(page, line, "no " + LATENCY_SUM + " for " + labels);
        }
    }

    private static Map<Labels, Sample> byLabels(Scrape page, String name) {
        Map<Labels, Sample> samples = new HashMap<>();
        Samples.of(page, name).forEach(sample -> samples.put(sample.labels(), sample));
        return samples;
    }

    /** L8. */
    static Verdict documentedBoundaries(History history) {
        Findings findings = new Findings("buckets of 1 and of 10 seconds among the others");
        for (WorkerLife worker : Pages.workers(history)) {
            for (Scrape page : Pages.of(worker)) {
                Map<Labels, List<Double>> bounds = new LinkedHashMap<>();
                for (Sample bucket : Samples.of(page, LATENCY_BUCKET)) {
                    bound(bucket).ifPresent(bound -> bounds.computeIfAbsent(
                                    bucket.labels().without(BUCKET_LABEL), labels -> new ArrayList<>())
                            .add(bound));
                }
                bounds.forEach((labels, found) -> {
                    if (found.containsAll(DOCUMENTED)) {
                        findings.looked();
                    } else {
                        findings.violation(
                                page,
                                Samples.of(page, LATENCY_BUCKET).get(0).line(),
                                "only the bounds "
                                        + Text.list(
                                                found.stream().map(Text::number).toList()));
                    }
                });
            }
        }
        return findings.verdict("1 and 10 are among the bounds", "no page shows a bucket of the latency");
    }
}
