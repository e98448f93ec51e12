package cloud.kontinue.metrics.conformance.exposition;

import cloud.kontinue.metrics.conformance.exposition.Problem.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the samples of one histogram or summary must be together. */
final class HistogramRules {

    private final Format format;
    private final Problems problems;

    HistogramRules(Format format, Problems problems) {
        this.format = format;
        this.problems = problems;
    }

    private record Bound(double limit, Sample sample) {}

    /** The samples of one set of labels at one time. */
    private static final class Metric {
        private final int line;
        private final Labels labels;
        private final OptionalDouble timestamp;
        private final List<Bound> bounds = new ArrayList<>();
        private Optional<Sample> sum = Optional.empty();
        private Optional<Sample> count = Optional.empty();

        Metric(Sample first, Labels labels) {
            this.line = first.line();
            this.labels = labels;
            this.timestamp = first.timestampSeconds();
        }
    }

    void check(FamilyDraft family) {
        switch (family.type()) {
            case HISTOGRAM, GAUGEHISTOGRAM -> checkAll(family, "le", "_bucket");
            case SUMMARY -> checkAll(family, "quantile", "");
            case COUNTER, GAUGE, UNTYPED, INFO, STATESET -> {}
        }
    }

    private void checkAll(FamilyDraft family, String label, String suffix) {
        String bounded = family.name() + suffix;
        Map<Labels, Metric> metrics = new LinkedHashMap<>();
        for (Sample sample : family.samples()) {
            boolean isBound = sample.name().equals(bounded);
            if (!isBound && sample.name().equals(family.name())) {
                continue; // Reported where it was read.
            }
            Labels labels = isBound ? sample.labels().without(label) : sample.labels();
            Metric metric = metrics.computeIfAbsent(labels, any -> new Metric(sample, labels));
            if (format == Format.OPENMETRICS && !metric.timestamp.equals(sample.timestampSeconds())) {
                check(family, metric);
                metric = new Metric(sample, labels);
                metrics.put(labels, metric);
            }
            add(family, metric, sample, isBound ? sample.labels().get(label) : Optional.empty());
        }
        metrics.values().forEach(metric -> check(family, metric));
    }

    private static void add(FamilyDraft family, Metric metric, Sample sample, Optional<String> bound) {
        if (bound.isPresent()) {
            metric.bounds.add(new Bound(GoNumber.parse(bound.get()).orElse(Double.NaN), sample));
            return;
        }
        switch (sample.name().substring(family.name().length())) {
            case "_sum", "_gsum" -> metric.sum = Optional.of(sample);
            case "_count", "_gcount" -> metric.count = Optional.of(sample);
            default -> {}
        }
    }

    private void check(FamilyDraft family, Metric metric) {
        order(metric.bounds);
        if (family.type() == FamilyType.SUMMARY) {
            return;
        }
        metric.bounds.sort(Comparator.comparingDouble(Bound::limit));
        falls(metric.bounds);
        boolean infinite = !metric.bounds.isEmpty()
                && metric.bounds.get(metric.bounds.size() - 1).limit() == Double.POSITIVE_INFINITY;
        if (!infinite) {
            report(metric.line, "expected a bucket with le=\"+Inf\" for " + name(family, metric) + ", found none");
        }
        presence(family, metric);
        if (infinite && metric.count.isPresent()) {
            Sample last = metric.bounds.get(metric.bounds.size() - 1).sample();
            Sample count = metric.count.get();
            if (last.value() != count.value()) {
                String message = "expected the count to equal the bucket with le=\"+Inf\" (" + number(last.value())
                        + " in line " + last.line() + "), found " + number(count.value());
                report(count.line(), message);
            }
        }
    }

    private void order(List<Bound> bounds) {
        for (int i = 1; i < bounds.size(); i++) {
            if (bounds.get(i).limit() < bounds.get(i - 1).limit()) {
                String message = "expected buckets and quantiles in increasing order, found "
                        + number(bounds.get(i).limit()) + " after "
                        + number(bounds.get(i - 1).limit());
                problems.add(bounds.get(i).sample().line(), Rule.ORDER, message);
            }
        }
    }

    private void falls(List<Bound> bounds) {
        for (int i = 1; i < bounds.size(); i++) {
            Sample lower = bounds.get(i - 1).sample();
            Sample upper = bounds.get(i).sample();
            if (upper.value() < lower.value()) {
                String message = "expected buckets to be cumulative, at least " + number(lower.value()) + " as in line "
                        + lower.line() + ", found " + number(upper.value());
                report(upper.line(), message);
            }
        }
    }

    /** The text format wants both; OpenMetrics allows to leave out both. */
    private void presence(FamilyDraft family, Metric metric) {
        boolean both = format == Format.TEXT;
        if (metric.count.isEmpty() && (both || metric.sum.isPresent())) {
            report(metric.line, "expected a count for " + name(family, metric) + ", found none");
        }
        if (metric.sum.isEmpty() && (both || metric.count.isPresent())) {
            report(metric.line, "expected a sum for " + name(family, metric) + ", found none");
        }
    }

    private void report(int line, String message) {
        problems.add(line, Rule.HISTOGRAM, message);
    }

    private static String name(FamilyDraft family, Metric metric) {
        return family.name() + Quoted.unquoted(metric.labels.toString());
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
