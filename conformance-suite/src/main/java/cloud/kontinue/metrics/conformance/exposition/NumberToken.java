package cloud.kontinue.metrics.conformance.exposition;

import java.util.OptionalDouble;

/** Takes a value or a timestamp from a line: all up to the next blank. */
final class NumberToken {

    private NumberToken() {}

    static double value(Cursor line) throws LineException {
        int from = line.at();
        line.skipToken();
        OptionalDouble value = GoNumber.parse(line.bytes(), from, line.at());
        if (value.isEmpty()) {
            throw line.expected(from, wanted(line, from));
        }
        return value.getAsDouble();
    }

    private static String wanted(Cursor line, int from) {
        int unsigned = line.bytes()[Math.min(from, line.bytes().length - 1)] == '-' ? from + 1 : from;
        return from < line.at() && GoNumber.isDecimal(line.bytes(), unsigned, line.at())
                ? "a number that a 64-bit float can hold"
                : "a number such as 3, 2.5e-3, +Inf or NaN";
    }

    /** Takes Unix time in milliseconds, as a 64-bit integer. */
    static long milliseconds(Cursor line) throws LineException {
        int from = line.at();
        line.skipToken();
        String text = line.text(from, line.at());
        // Java would take digits of any script.
        if (text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-' || c == '+')) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                // Reported below.
            }
        }
        throw line.expected(from, "a timestamp in whole milliseconds, or the end of the line");
    }

    /** Takes Unix time in seconds, as a finite float. */
    static double seconds(Cursor line) throws LineException {
        int from = line.at();
        line.skipToken();
        OptionalDouble seconds = GoNumber.parse(line.bytes(), from, line.at());
        if (seconds.isEmpty() || !Double.isFinite(seconds.getAsDouble())) {
            throw line.expected(from, "a timestamp in seconds");
        }
        return seconds.getAsDouble();
    }
}
