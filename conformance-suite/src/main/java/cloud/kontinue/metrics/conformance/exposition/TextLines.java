package cloud.kontinue.metrics.conformance.exposition;

import java.util.Map;
import java.util.OptionalDouble;

/** Reads the lines of the text format, version 0.0.4. */
final class TextLines implements LineReader {

    private static final Map<String, FamilyType> TYPES = Map.of(
            "counter", FamilyType.COUNTER,
            "gauge", FamilyType.GAUGE,
            "histogram", FamilyType.HISTOGRAM,
            "summary", FamilyType.SUMMARY,
            "untyped", FamilyType.UNTYPED);

    private final LabelBlock labelBlock = new LabelBlock(Format.TEXT);
    private final Escapes escapes = new Escapes(Format.TEXT);
    private final Families families;

    TextLines(Families families) {
        this.families = families;
    }

    @Override
    public void read(Cursor line) throws LineException {
        line.skipBlanks();
        if (line.take('#')) {
            comment(line);
        } else if (!line.atEnd()) {
            sample(line);
        }
    }

    private void comment(Cursor line) throws LineException {
        line.skipBlanks();
        int from = line.at();
        line.skipToken();
        switch (line.text(from, line.at())) {
            case "HELP" -> help(line);
            case "TYPE" -> type(line);
            default -> {}
        }
    }

    private void help(Cursor line) throws LineException {
        line.skipBlanks();
        int nameAt = line.at();
        String name = metadataName(line);
        line.skipBlanks();
        families.help(line, nameAt, name, escapes.help(line));
    }

    private void type(Cursor line) throws LineException {
        line.skipBlanks();
        int nameAt = line.at();
        String name = metadataName(line);
        line.skipBlanks();
        int typeAt = line.at();
        // Prometheus refuses even a blank behind the type.
        FamilyType type = TYPES.get(line.takeRest());
        if (type == null) {
            throw line.expected(typeAt, "counter, gauge, histogram, summary or untyped, and nothing after it");
        }
        families.type(line, nameAt, name, type);
    }

    private static String metadataName(Cursor line) throws LineException {
        String name = line.takeMetricName();
        if (!line.atEnd() && !line.next(' ') && !line.next('\t')) {
            throw line.expected("a blank after the metric name");
        }
        return name;
    }

    private void sample(Cursor line) throws LineException {
        int nameAt = line.at();
        String name = line.takeMetricName();
        line.skipBlanks();
        Labels labels = line.next('{') ? labelBlock.read(line) : Labels.none();
        line.skipBlanks();
        int valueAt = line.at();
        double value = NumberToken.value(line);
        line.skipBlanks();
        OptionalDouble timestamp = OptionalDouble.empty();
        if (!line.atEnd()) {
            timestamp = OptionalDouble.of(NumberToken.milliseconds(line) / 1000.0);
            line.skipBlanks();
            if (!line.atEnd()) {
                throw line.expected("the end of the line after the timestamp");
            }
        }
        families.sample(
                line, new SampleLine(new Sample(name, labels, value, timestamp, line.number()), nameAt, valueAt));
    }
}
