package cloud.kontinue.metrics.conformance.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The four metrics of one simulated worker. */
final class SimulatedMetrics {

    private static final double[] BUCKETS = {0.5, 1, 5, 10, 60, Double.POSITIVE_INFINITY};

    private final Map<String, Integer> running = new TreeMap<>();
    private final Map<String, List<Double>> latencies = new TreeMap<>();
    private final Map<String, Integer> completed = new TreeMap<>();
    private Map<StateLabels, Integer> states = Map.of();

    void running(String labels, int change) {
        running.merge(labels, change, Integer::sum);
    }

    void observe(String labels, double seconds) {
        latencies.computeIfAbsent(labels, key -> new ArrayList<>()).add(seconds);
    }

    void completed(String labels, int change) {
        completed.merge(labels, change, Integer::sum);
    }

    Map<StateLabels, Integer> states() {
        return states;
    }

    void show(Map<StateLabels, Integer> counted) {
        states = counted;
    }

    String page() {
        StringBuilder page = new StringBuilder();
        head(page, "kontinue_executions_running", "gauge", !running.isEmpty());
        running.forEach(
                (labels, value) -> page.append("kontinue_executions_running{%s} %d%n".formatted(labels, value)));
        head(page, "kontinue_execution_latency", "histogram", !latencies.isEmpty());
        latencies.forEach((labels, values) -> histogram(page, labels, values));
        head(page, "kontinue_executions_completed", "counter", !completed.isEmpty());
        completed.forEach(
                (labels, value) -> page.append("kontinue_executions_completed{%s} %d%n".formatted(labels, value)));
        head(page, "kontinue_execution_states", "gauge", !states.isEmpty());
        states.forEach((labels, value) -> page.append("kontinue_execution_states%s %d%n".formatted(labels, value)));
        return page.toString();
    }

    private static void histogram(StringBuilder page, String labels, List<Double> values) {
        for (double bound : BUCKETS) {
            page.append("kontinue_execution_latency_bucket{%s,le=\"%s\"} %d%n"
                    .formatted(
                            labels,
                            bound == Double.POSITIVE_INFINITY ? "+Inf" : Double.toString(bound),
                            values.stream().filter(value -> value <= bound).count()));
        }
        page.append("kontinue_execution_latency_sum{%s} %s%n"
                .formatted(
                        labels, values.stream().mapToDouble(Double::doubleValue).sum()));
        page.append("kontinue_execution_latency_count{%s} %d%n".formatted(labels, values.size()));
    }

    private static void head(StringBuilder page, String name, String type, boolean there) {
        if (there) {
            page.append("# TYPE %s %s%n".formatted(name, type));
        }
    }
}
