package cloud.kontinue.metrics.conformance.judge;

import java.util.Collection;
import java.util.Locale;

/** Numbers and lists as a verdict shows them. */
final class Text {

    private static final double LARGEST_WHOLE = 1e15;

    private Text() {}

    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
            return String.valueOf((long) value);
        }
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4g", value) : String.valueOf(value);
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f s", Tolerances.seconds(nanos));
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    static String list(Collection<String> words) {
        return words.isEmpty() ? "none" : String.join(", ", words);
    }
}
