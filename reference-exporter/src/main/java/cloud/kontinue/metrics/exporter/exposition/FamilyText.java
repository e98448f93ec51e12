package cloud.kontinue.metrics.exporter.exposition;

import io.prometheus.metrics.model.snapshots.Labels;
import org.jspecify.annotations.Nullable;

/** The lines of one family. */
final class FamilyText {

    /** Above this a double no longer tells neighbouring integers apart. */
    private static final double LARGEST_EXACT_INTEGER = 9_007_199_254_740_992.0;

    private final String name;
    private final StringBuilder text = new StringBuilder();

    FamilyText(String name) {
        this.name = name;
    }

    void head(String type, @Nullable String help) {
        if (help != null) {
            text.append("# HELP ").append(name).append(' ');
            escape(help, false);
            text.append('\n');
        }
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    void sample(String suffix, Labels labels, double value) {
        text.append(name).append(suffix);
        if (!labels.isEmpty()) {
            text.append('{');
            labels(labels);
            text.append('}');
        }
        value(value);
    }

    void bucket(Labels labels, double upperBound, long cumulative) {
        text.append(name).append("_bucket{");
        labels(labels);
        text.append(labels.isEmpty() ? "" : ",").append("le=\"");
        number(upperBound);
        text.append("\"}");
        value((double) cumulative);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void labels(Labels labels) {
        for (int i = 0; i < labels.size(); i++) {
            text.append(i == 0 ? "" : ",").append(labels.getName(i)).append("=\"");
            escape(labels.getValue(i), true);
            text.append('"');
        }
    }

    private void value(double value) {
        text.append(' ');
        number(value);
        text.append('\n');
    }

    private void number(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT_INTEGER) {
            text.append((long) value);
        } else if (Double.isInfinite(value)) {
            text.append(value > 0 ? "+Inf" : "-Inf");
        } else {
            text.append(value);
        }
    }

    private void escape(String value, boolean quoted) {
        for (int i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '"' -> text.append(quoted ? "\\\"" : "\"");
                default -> text.append(c);
            }
        }
    }
}
