package cloud.kontinue.metrics.conformance.exposition;

import cloud.kontinue.metrics.conformance.exposition.Problem.Rule;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads labels between braces.
 *
 * <p>The text format allows blanks around every part and a comma behind the last label; OpenMetrics allows neither.
 */
final class LabelBlock {

    /** Up to here labels are sorted in place; beyond, by a map that stays fast. */
    private static final int FEW = 16;

    private final boolean lenient;
    private final Escapes escapes;
    private final String[] pairs = new String[FEW * 2];

    LabelBlock(Format format) {
        this.lenient = format == Format.TEXT;
        this.escapes = new Escapes(format);
    }

    /** Reads from the opening brace to behind the closing one. */
    Labels read(Cursor line) throws LineException {
        int count = 0;
        Map<String, String> many = Map.of();
        line.take('{');
        blanks(line);
        while (!line.take('}')) {
            int nameAt = line.at();
            String name = name(line);
            String value = value(line, name);
            boolean fresh;
            if (count < FEW) {
                fresh = insert(count, name, value);
            } else {
                many = count == FEW ? asMap() : many;
                fresh = many.putIfAbsent(name, value) == null;
            }
            if (!fresh) {
                throw new LineException(
                        nameAt, Rule.DUPLICATE_LABEL, "expected each label once, found " + Quoted.of(name) + " again");
            }
            count++;
            separator(line);
        }
        if (count > FEW) {
            return Labels.of(many);
        }
        String[] ordered = new String[count * 2];
        System.arraycopy(pairs, 0, ordered, 0, ordered.length);
        return Labels.ofOrdered(ordered);
    }

    private static String name(Cursor line) throws LineException {
        int at = line.at();
        if (line.next('"')) {
            throw line.expected("a label name ([a-zA-Z_][a-zA-Z0-9_]*; quoted names are not part of this format)");
        }
        String name = line.takeLabelName();
        if (name.equals("__name__")) {
            throw line.expected(at, "the metric's name before the brace only");
        }
        return name;
    }

    private String value(Cursor line, String name) throws LineException {
        blanks(line);
        if (!line.take('=')) {
            throw line.expected("= after the label name " + Quoted.of(name));
        }
        blanks(line);
        if (!line.take('"')) {
            throw line.expected("a label value in double quotes");
        }
        return escapes.labelValue(line);
    }

    private void separator(Cursor line) throws LineException {
        blanks(line);
        if (line.take(',')) {
            blanks(line);
            if (line.next('}') && !lenient) {
                throw line.expected("another label after the comma");
            }
        } else if (!line.next('}')) {
            throw line.expected("a comma or } after the label value");
        }
    }

    private void blanks(Cursor line) {
        if (lenient) {
            line.skipBlanks();
        }
    }

    /** Puts a label at its place among the first {@code count}; returns whether it was not there. */
    private boolean insert(int count, String name, String value) {
        int at = count;
        while (at > 0) {
            int order = pairs[at * 2 - 2].compareTo(name);
            if (order == 0) {
                return false;
            }
            if (order < 0) {
                break;
            }
            at--;
        }
        System.arraycopy(pairs, at * 2, pairs, at * 2 + 2, (Math.min(count, FEW - 1) - at) * 2);
        pairs[at * 2] = name;
        pairs[at * 2 + 1] = value;
        return true;
    }

    private Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
