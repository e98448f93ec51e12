package cloud.kontinue.metrics.conformance.exposition;

import cloud.kontinue.metrics.conformance.exposition.Problem.Rule;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What one sample must be to fit its family. */
final class SampleRules {

    private final Format format;
    private final Problems problems;
    private final ValueRules valueRules;
    /** How a bound such as {@code 1.0} is written for comparison; the same few come over and over. */
    private final Map<String, String> bounds = new HashMap<>();

    SampleRules(Format format, Problems problems) {
        this.format = format;
        this.problems = problems;
        this.valueRules = new ValueRules(format, problems);
    }

    /** Whether the sample is to be read; it may be and yet have problems. */
    boolean keeps(Cursor line, SampleLine read, FamilyDraft family, Suffix suffix) {
        if (!family.suffixes().contains(suffix)) {
            problems.add(line, read.nameAt(), Rule.SAMPLE_OF_OTHER_TYPE, unfit(family, read.sample()));
            return isNew(line, read, family, suffix, read.sample().labels());
        }
        String apart = telling(family, suffix);
        Labels labels = read.sample().labels();
        Labels comparable = labels;
        if (!apart.isEmpty() && family.type() != FamilyType.STATESET) {
            Optional<String> bound = labels.get(apart).map(this::comparable).filter(text -> !text.isEmpty());
            if (bound.isEmpty()) {
                problems.add(
                        line,
                        read.nameAt(),
                        Rule.SAMPLE_OF_OTHER_TYPE,
                        missing("a label " + apart + " with a number", apart, labels));
                return false;
            }
            comparable = labels.withValue(apart, bound.get());
        } else if (!apart.isEmpty() && labels.get(apart).isEmpty()) {
            problems.add(
                    line,
                    read.nameAt(),
                    Rule.SAMPLE_OF_OTHER_TYPE,
                    missing("a label " + Quoted.of(apart), apart, labels));
            return false;
        }
        if (!isNew(line, read, family, suffix, comparable)) {
            return false;
        }
        if (format == Format.OPENMETRICS && !family.goesOnWith(apart.isEmpty() ? labels : labels.without(apart))) {
            String message = "expected all samples of one metric of " + Quoted.of(family.name())
                    + " in one group, found this one after those of another";
            problems.add(line, read.nameAt(), Rule.INTERLEAVED_FAMILY, message);
        }
        valueRules.check(line, read, family.type(), suffix);
        return true;
    }

    private boolean isNew(Cursor line, SampleLine read, FamilyDraft family, Suffix suffix, Labels labels) {
        Sample sample = read.sample();
        Optional<Sample> before = family.seen(suffix, labels, sample);
        if (before.isEmpty() || isLater(sample, before.get())) {
            return true;
        }
        String message = "expected one sample for " + sample.name()
                + Quoted.unquoted(sample.labels().toString())
                + (format == Format.OPENMETRICS ? ", or later timestamps" : "") + ", found another (after line "
                + before.get().line() + ")";
        problems.add(line, read.nameAt(), Rule.DUPLICATE_SERIES, message);
        return false;
    }

    /** Only OpenMetrics has several samples of one series, in order of time. */
    private boolean isLater(Sample sample, Sample before) {
        OptionalDouble now = sample.timestampSeconds();
        OptionalDouble then = before.timestampSeconds();
        return format == Format.OPENMETRICS
                && now.isPresent()
                && then.isPresent()
                && now.getAsDouble() > then.getAsDouble();
    }

    /** Returns the label that tells samples of one metric apart; empty where there is none. */
    private static String telling(FamilyDraft family, Suffix suffix) {
        return switch (family.type()) {
            case HISTOGRAM, GAUGEHISTOGRAM -> suffix == Suffix.BUCKET ? "le" : "";
            case SUMMARY -> suffix == Suffix.NONE ? "quantile" : "";
            case STATESET -> family.name();
            case COUNTER, GAUGE, INFO, UNTYPED -> "";
        };
    }

    /** Returns one text for all ways to write the same number; empty for what is no bound. */
    private String comparable(String bound) {
        if (bounds.size() > 10_000) {
            bounds.clear();
        }
        return bounds.computeIfAbsent(bound, text -> {
            OptionalDouble number = GoNumber.parse(text);
            // Adding 0 turns -0 into 0.
            return number.isEmpty() || Double.isNaN(number.getAsDouble())
                    ? ""
                    : Double.toString(number.getAsDouble() + 0.0);
        });
    }

    private static String missing(String wanted, String label, Labels labels) {
        return "expected " + wanted + ", found "
                + labels.get(label).map(value -> label + "=" + Quoted.of(value)).orElse("no such label");
    }

    private static String unfit(FamilyDraft family, Sample sample) {
        String expected = family.suffixes().stream()
                .map(suffix -> Quoted.of(family.name() + suffix.text()))
                .collect(Collectors.joining(" or "));
        return "expected " + expected + " in a family of type "
                + family.type().name().toLowerCase(Locale.ROOT) + ", found " + Quoted.of(sample.name());
    }
}
