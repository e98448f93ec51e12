package cloud.kontinue.metrics.conformance.exposition;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/**
 * Numbers as expositions write them: Go's decimal floats, without hexadecimal forms and underscores.
 *
 * <p>{@code 1}, {@code +.5}, {@code 5.}, {@code 1e-3}, {@code NaN}, {@code Inf}, {@code -infinity} in any case; not
 * {@code 1d}, {@code 0x1p3}, {@code 1_000} or {@code +NaN}. A number beyond the range of a 64-bit float is none; one
 * too small for it is 0.
 */
public final class GoNumber {

    /** The powers of ten that a double holds exactly. */
    private static final double[] EXACT_POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };

    /** How many decimal digits a double holds whatever they are. */
    private static final int EXACT_DIGITS = 15;

    private GoNumber() {}

    /** Returns the number that a text such as the value of {@code le} is; empty if it is none. */
    public static OptionalDouble parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    static OptionalDouble parse(byte[] bytes, int from, int to) {
        if (from == to) {
            return OptionalDouble.empty();
        }
        int sign = bytes[from] == '-' || bytes[from] == '+' ? 1 : 0;
        boolean negative = bytes[from] == '-';
        long mantissa = 0;
        int digits = 0;
        int decimals = 0;
        int at = from + sign;
        for (boolean afterPoint = false; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9 && digits < EXACT_DIGITS) {
                mantissa = mantissa * 10 + digit;
                digits++;
                decimals += afterPoint ? 1 : 0;
            } else if (bytes[at] == '.' && !afterPoint) {
                afterPoint = true;
            } else {
                return parseSlowly(bytes, from, from + sign, to);
            }
        }
        if (digits == 0) {
            return OptionalDouble.empty();
        }
        // Both operands are exact, so the quotient is the nearest double.
        double value = mantissa / EXACT_POWERS[decimals];
        return OptionalDouble.of(negative ? -value : value);
    }

    private static OptionalDouble parseSlowly(byte[] bytes, int from, int unsigned, int to) {
        if (isDecimal(bytes, unsigned, to)) {
            double value = Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
            return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
        }
        if (is("inf", bytes, unsigned, to) || is("infinity", bytes, unsigned, to)) {
            return OptionalDouble.of(bytes[from] == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        return is("nan", bytes, from, to) ? OptionalDouble.of(Double.NaN) : OptionalDouble.empty();
    }

    private static boolean is(String word, byte[] bytes, int from, int to) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((bytes[from + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether these bytes have the form of a decimal number, whatever its range; {@code from} is behind the sign. */
    static boolean isDecimal(byte[] bytes, int from, int to) {
        int whole = afterDigits(bytes, from, to);
        int at = whole;
        int digits = whole - from;
        if (at < to && bytes[at] == '.') {
            at = afterDigits(bytes, whole + 1, to);
            digits += at - whole - 1;
        }
        if (digits == 0) {
            return false;
        }
        if (at < to && (bytes[at] | 0x20) == 'e') {
            at++;
            if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
                at++;
            }
            return at < to && afterDigits(bytes, at, to) == to;
        }
        return at == to;
    }

    private static int afterDigits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }
}
