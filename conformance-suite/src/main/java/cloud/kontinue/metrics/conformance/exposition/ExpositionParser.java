package cloud.kontinue.metrics.conformance.exposition;

import cloud.kontinue.metrics.conformance.exposition.Problem.Rule;
import java.util.List;

/** Parses bodies by the rules of their format. */
public final class ExpositionParser {

    private final byte[] body;
    private final Problems problems = new Problems();
    private final Cursor cursor;

    private ExpositionParser(byte[] body) {
        this.body = body;
        this.cursor = new Cursor(body, new StringCache());
    }

    /**
     * Parses a body; never throws, whatever the bytes are, and takes time in proportion to their number.
     *
     * <p>A line that breaks a rule of syntax is left out. A readable sample that breaks another rule, such as standing
     * in the wrong place or under the wrong name, is reported and kept; of samples of one series the first is kept. A
     * kept bucket of a histogram has an {@code le} that is a number, a kept quantile of a summary a {@code quantile}.
     */
    public static Exposition parse(byte[] body, Format format) {
        ExpositionParser parser = new ExpositionParser(body);
        Families families = new Families(format, parser.problems);
        switch (format) {
            case TEXT -> parser.text(families);
            case OPENMETRICS -> parser.openMetrics(families);
        }
        List<Family> finished = families.finished();
        return new Exposition(format, finished, parser.problems.inOrder());
    }

    private void text(Families families) {
        boolean whole = readLines(new TextLines(families), families);
        if (whole && body.length > 0 && body[body.length - 1] != '\n') {
            String message = "expected a line feed at the end of the last line, found the end of the body";
            problems.add(cursor, body.length, Rule.FINAL_LINE_FEED, message);
        }
    }

    private void openMetrics(Families families) {
        OpenMetricsLines lines = new OpenMetricsLines(families);
        boolean whole = readLines(lines, families);
        if (whole && !lines.ended()) {
            if (body.length == 0) {
                cursor.line(0, 0);
            }
            String message = "expected # EOF as the last line, found the end of the body";
            problems.add(cursor, cursor.end(), Rule.END_OF_EXPOSITION, message);
        }
    }

    /** Reads line by line; returns whether it came to the end. */
    private boolean readLines(LineReader reader, Families families) {
        int from = 0;
        while (from < body.length) {
            int to = from;
            int signs = 0;
            while (to < body.length && body[to] != '\n') {
                signs |= body[to++];
            }
            cursor.line(from, to);
            if (families.isFull()) {
                String message = "expected at most " + Families.MOST + " samples and families, found more";
                problems.add(cursor, from, Rule.SIZE, message);
                return false;
            }
            try {
                if (signs < 0) {
                    checkEncoding(from, to);
                }
                if (to > from && body[to - 1] == '\r') {
                    throw cursor.expected(to - 1, "a line feed alone at the end of the line");
                }
                reader.read(cursor);
            } catch (LineException e) {
                problems.add(cursor, e.at(), e.rule(), e.problem());
            }
            from = to + 1;
        }
        return true;
    }

    private void checkEncoding(int from, int to) throws LineException {
        int invalid = Utf8.firstInvalid(body, from, to);
        if (invalid >= 0) {
            String found = String.format("the byte 0x%02x", body[invalid] & 0xff);
            throw new LineException(invalid, Rule.ENCODING, "expected UTF-8, found " + found);
        }
    }
}
