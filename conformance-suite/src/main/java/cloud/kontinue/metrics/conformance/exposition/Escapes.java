package cloud.kontinue.metrics.conformance.exposition;

import cloud.kontinue.metrics.conformance.exposition.Problem.Rule;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads label values and help texts with their escape sequences.
 *
 * <p>The text format knows {@code \\}, {@code \n} and, in label values only, {@code \"}; nothing else may follow a
 * backslash. OpenMetrics knows the three everywhere, takes any other sequence as it stands, and has no bare double
 * quote in a help text.
 */
final class Escapes {

    private final Format format;

    Escapes(Format format) {
        this.format = format;
    }

    /** Reads from behind the opening quote to behind the closing one. */
    String labelValue(Cursor line) throws LineException {
        byte[] bytes = line.bytes();
        int from = line.at();
        int to = from;
        boolean escaped = false;
        while (!line.atEnd(to) && bytes[to] != '"') {
            boolean escape = bytes[to] == '\\';
            escaped |= escape;
            // The byte behind a backslash is no end of the value, even if it is a quote.
            to += escape && !line.atEnd(to + 1) ? 2 : 1;
        }
        if (line.atEnd(to)) {
            throw new LineException(
                    from - 1, Rule.SYNTAX, "expected a closing quote of the label value, found the end of the line");
        }
        String value = escaped ? unescaped(line, from, to, true) : line.text(from, to);
        line.moveTo(to + 1);
        return value;
    }

    /** Reads to the end of the line. */
    String help(Cursor line) throws LineException {
        byte[] bytes = line.bytes();
        int from = line.at();
        boolean escaped = false;
        for (int at = from; at < line.end(); at++) {
            if (bytes[at] == '\\') {
                escaped = true;
                at++;
            } else if (bytes[at] == '"' && format == Format.OPENMETRICS) {
                throw line.expected(at, "\\\" for a double quote in a help text");
            }
        }
        String help = escaped ? unescaped(line, from, line.end(), false) : line.text(from, line.end());
        line.moveTo(line.end());
        return help;
    }

    private String unescaped(Cursor line, int from, int to, boolean inLabelValue) throws LineException {
        byte[] bytes = line.bytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
        for (int at = from; at < to; at++) {
            if (bytes[at] != '\\') {
                out.write(bytes[at]);
                continue;
            }
            int sequence = at++;
            int next = at < to ? bytes[at] & 0xff : -1;
            if (next == 'n') {
                out.write('\n');
            } else if (next == '\\' || (next == '"' && (inLabelValue || format == Format.OPENMETRICS))) {
                out.write(next);
            } else if (format == Format.OPENMETRICS && next >= 0) {
                out.write('\\');
                out.write(next);
            } else {
                throw line.expected(sequence, inLabelValue ? "\\\\, \\\" or \\n after a backslash" : "\\\\ or \\n");
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
