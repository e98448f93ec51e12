package cloud.kontinue.metrics.conformance.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Figures behind verdicts, rounded for people and the same for every reader of a recording. */
final class Measures {

    private static final int DECIMALS = 3;
    private static final MathContext SMALL = new MathContext(DECIMALS, RoundingMode.HALF_EVEN);

    private Measures() {}

    /** Returns the finite figures, to three decimals or, below a thousandth, three digits. */
    static SortedMap<String, BigDecimal> rounded(Map<String, Double> measures) {
        SortedMap<String, BigDecimal> rounded = new TreeMap<>();
        measures.forEach((name, value) -> {
            if (Double.isFinite(value)) {
                rounded.put(name, round(value));
            }
        });
        return rounded;
    }

    /** Returns the figures as {@code name value, name value}. */
    static String text(Map<String, Double> measures) {
        return rounded(measures).entrySet().stream()
                .map(measure -> measure.getKey() + " " + measure.getValue().toPlainString())
                .collect(Collectors.joining(", "));
    }

    private static BigDecimal round(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal plain = exact.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        BigDecimal rounded = plain.signum() == 0 ? exact.round(SMALL) : plain;
        BigDecimal stripped = rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
