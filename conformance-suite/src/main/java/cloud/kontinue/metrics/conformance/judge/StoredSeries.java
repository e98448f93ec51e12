package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A series as Prometheus answers it.
 *
 * @param labels with {@code __name__} where there is one
 * @param points in the order of time
 */
record StoredSeries(Map<String, String> labels, List<Point> points) {

    /**
     * One stored or computed value.
     *
     * @param seconds Unix time
     */
    record Point(double seconds, double value) {}

    StoredSeries {
        labels = Map.copyOf(labels);
        points = List.copyOf(points);
    }

    /** Reads the series of an answer; what cannot be read is left out. */
    static Stream<StoredSeries> of(PrometheusAnswered answer) {
        return PrometheusJson.data(answer).path("result").values().stream().map(StoredSeries::of);
    }

    private static StoredSeries of(JsonNode result) {
        Map<String, String> labels = new TreeMap<>();
        result.path("metric")
                .properties()
                .forEach(entry -> labels.put(entry.getKey(), entry.getValue().asString("")));
        List<Point> points = new ArrayList<>();
        if (result.has("value")) {
            points.add(point(result.path("value")));
        }
        result.path("values").values().forEach(value -> points.add(point(value)));
        return new StoredSeries(labels, points);
    }

    private static Point point(JsonNode pair) {
        return new Point(pair.path(0).asDouble(0), number(pair.path(1).asString("")));
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> finite(text);
        };
    }

    private static double finite(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    String name() {
        return label("__name__");
    }

    /** Returns the value of a label; empty where it is missing, which means the same to Prometheus. */
    String label(String name) {
        return labels.getOrDefault(name, "");
    }
}
