package cloud.kontinue.metrics.conformance.exposition;

import cloud.kontinue.metrics.conformance.exposition.Problem.Rule;
import java.util.OptionalDouble;

/** Which values and exemplars the samples of each type may have. */
final class ValueRules {

    private final Format format;
    private final Problems problems;

    ValueRules(Format format, Problems problems) {
        this.format = format;
        this.problems = problems;
    }

    void check(Cursor line, SampleLine read, FamilyType type, Suffix suffix) {
        double value = read.sample().value();
        if (isCount(type, suffix) && !(value >= 0)) {
            refuse(line, read, "a number of at least 0 for what is counted");
        } else if (format == Format.OPENMETRICS) {
            openMetricsValue(line, read, type, suffix);
        }
        boolean mayHaveExemplar = suffix == Suffix.BUCKET || suffix == Suffix.TOTAL;
        if (read.exemplarAt() >= 0 && !mayHaveExemplar) {
            problems.add(
                    line,
                    read.exemplarAt(),
                    Rule.SAMPLE_OF_OTHER_TYPE,
                    "expected exemplars on buckets and on totals of counters only, found one on "
                            + Quoted.of(read.sample().name()));
        }
    }

    private void openMetricsValue(Cursor line, SampleLine read, FamilyType type, Suffix suffix) {
        double value = read.sample().value();
        boolean whole = value == Math.rint(value) && !Double.isInfinite(value);
        if (type == FamilyType.INFO && value != 1) {
            refuse(line, read, "1 for an info");
        } else if (type == FamilyType.STATESET && value != 0 && value != 1) {
            refuse(line, read, "0 or 1 for a state");
        } else if (isNumberOfEvents(suffix) && !whole) {
            refuse(line, read, "a whole number for what is counted");
        } else if ((suffix == Suffix.SUM || suffix == Suffix.GAUGE_SUM) && Double.isNaN(value)) {
            refuse(line, read, "a number for a sum");
        } else if (type == FamilyType.SUMMARY && suffix == Suffix.NONE) {
            OptionalDouble quantile =
                    GoNumber.parse(read.sample().labels().get("quantile").orElse(""));
            double number = quantile.orElse(Double.NaN);
            if (!(number >= 0 && number <= 1)) {
                problems.add(line, read.nameAt(), Rule.VALUE, "expected a quantile from 0 to 1, found " + number);
            } else if (value < 0) {
                refuse(line, read, "a quantile's value of at least 0");
            }
        }
    }

    private static boolean isCount(FamilyType type, Suffix suffix) {
        return isNumberOfEvents(suffix) || (type == FamilyType.COUNTER && suffix != Suffix.CREATED);
    }

    private static boolean isNumberOfEvents(Suffix suffix) {
        return suffix == Suffix.BUCKET || suffix == Suffix.COUNT || suffix == Suffix.GAUGE_COUNT;
    }

    private void refuse(Cursor line, SampleLine read, String expected) {
        problems.add(
                line, read.valueAt(), Rule.VALUE, "expected " + expected + ", found " + line.found(read.valueAt()));
    }
}
