package cloud.kontinue.metrics.conformance.exposition;

import cloud.kontinue.metrics.conformance.exposition.Problem.Rule;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads the lines of OpenMetrics 1.0, where exactly one blank separates two parts. */
final class OpenMetricsLines implements LineReader {

    private static final Map<String, FamilyType> TYPES = Map.of(
            "counter", FamilyType.COUNTER,
            "gauge", FamilyType.GAUGE,
            "histogram", FamilyType.HISTOGRAM,
            "gaugehistogram", FamilyType.GAUGEHISTOGRAM,
            "summary", FamilyType.SUMMARY,
            "info", FamilyType.INFO,
            "stateset", FamilyType.STATESET,
            "unknown", FamilyType.UNTYPED);

    private static final int LONGEST_EXEMPLAR = 128;

    private final LabelBlock labelBlock = new LabelBlock(Format.OPENMETRICS);
    private final Escapes escapes = new Escapes(Format.OPENMETRICS);
    private final Families families;
    private boolean ended;

    OpenMetricsLines(Families families) {
        this.families = families;
    }

    /** Whether {@code # EOF} was read. */
    boolean ended() {
        return ended;
    }

    @Override
    public void read(Cursor line) throws LineException {
        if (ended) {
            throw new LineException(
                    line.at(), Rule.END_OF_EXPOSITION, "expected nothing after # EOF, found " + line.found(line.at()));
        }
        if (line.take('#')) {
            metadata(line);
        } else {
            sample(line);
        }
    }

    private void metadata(Cursor line) throws LineException {
        int from = line.at() - 1;
        blank(line, "after #");
        int keywordAt = line.at();
        line.skipToken();
        String keyword = line.text(keywordAt, line.at());
        switch (keyword) {
            case "EOF" -> {
                if (!line.atEnd()) {
                    throw line.expected("the end of the line after # EOF");
                }
                ended = true;
            }
            case "HELP", "TYPE", "UNIT" -> named(line, keyword);
            default ->
                throw line.expected(from, "# HELP, # TYPE, # UNIT or # EOF (comments are not part of OpenMetrics)");
        }
    }

    private void named(Cursor line, String keyword) throws LineException {
        blank(line, "after " + keyword);
        int nameAt = line.at();
        String name = line.takeMetricName();
        blank(line, "after the metric name");
        switch (keyword) {
            case "HELP" -> families.help(line, nameAt, name, escapes.help(line));
            case "TYPE" -> {
                int typeAt = line.at();
                FamilyType type = TYPES.get(line.takeRest());
                if (type == null) {
                    String types = "counter, gauge, histogram, gaugehistogram, summary, info, stateset or unknown";
                    throw line.expected(typeAt, types);
                }
                families.type(line, nameAt, name, type);
            }
            default -> families.unit(line, nameAt, name, line.takeRest());
        }
    }

    private void sample(Cursor line) throws LineException {
        int nameAt = line.at();
        String name = line.takeMetricName();
        Labels labels = line.next('{') ? labelBlock.read(line) : Labels.none();
        blank(line, "before the value");
        int valueAt = line.at();
        double value = NumberToken.value(line);
        OptionalDouble timestamp = OptionalDouble.empty();
        int exemplarAt = -1;
        if (!line.atEnd()) {
            blank(line, "after the value");
            if (!line.next('#')) {
                timestamp = OptionalDouble.of(NumberToken.seconds(line));
            }
        }
        if (!line.atEnd()) {
            if (timestamp.isPresent()) {
                blank(line, "after the timestamp");
            }
            exemplarAt = line.at();
            exemplar(line);
        }
        Sample sample = new Sample(name, labels, value, timestamp, line.number());
        families.sample(line, new SampleLine(sample, nameAt, valueAt, exemplarAt));
    }

    private void exemplar(Cursor line) throws LineException {
        if (!line.take('#')) {
            throw line.expected("the end of the line, or # and an exemplar");
        }
        blank(line, "after #");
        int labelsAt = line.at();
        if (!line.next('{')) {
            throw line.expected("labels of an exemplar in braces");
        }
        int length = length(labelBlock.read(line));
        if (length > LONGEST_EXEMPLAR) {
            String message = "expected at most " + LONGEST_EXEMPLAR + " characters of labels, found " + length;
            throw new LineException(labelsAt, Rule.VALUE, message);
        }
        blank(line, "before the exemplar's value");
        NumberToken.value(line);
        if (!line.atEnd()) {
            blank(line, "after the exemplar's value");
            NumberToken.seconds(line);
            if (!line.atEnd()) {
                throw line.expected("the end of the line after the exemplar's timestamp");
            }
        }
    }

    private static int length(Labels labels) {
        return labels.asMap().entrySet().stream()
                .mapToInt(label -> characters(label.getKey()) + characters(label.getValue()))
                .sum();
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void blank(Cursor line, String where) throws LineException {
        if (!line.take(' ')) {
            throw line.expected("one blank " + where);
        }
    }
}
