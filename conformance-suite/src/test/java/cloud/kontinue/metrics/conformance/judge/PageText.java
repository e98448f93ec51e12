package cloud.kontinue.metrics.conformance.judge;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Writes the page of a worker as the metrics page documents it, for tests of judges. */
final class PageText {

    private static final double[] BOUNDS = {1, 10, Double.POSITIVE_INFINITY};

    private final StringBuilder running = new StringBuilder();
    private final StringBuilder latency = new StringBuilder();
    private final StringBuilder completed = new StringBuilder();

    private PageText() {}

    static PageText page() {
        return new PageText();
    }

    PageText running(String function, String worker, double value) {
        running.append("kontinue_executions_running")
                .append(labels(function, worker, ""))
                .append(' ')
                .append(value)
                .append('\n');
        return this;
    }

    /** The histogram after observing these durations, in seconds. */
    PageText latency(String function, String worker, double... durations) {
        return histogram(
                function, worker, durations.length, DoubleStream.of(durations).sum(), durations);
    }

    /** A histogram whose count and sum need not agree with its buckets. */
    PageText histogram(String function, String worker, double count, double sum, double... durations) {
        for (double bound : BOUNDS) {
            long below = Arrays.stream(durations).filter(d -> d <= bound).count();
            latency.append("kontinue_execution_latency_bucket")
                    .append(labels(function, worker, le(bound)))
                    .append(' ')
                    .append(below)
                    .append('\n');
        }
        latency.append("kontinue_execution_latency_sum")
                .append(labels(function, worker, ""))
                .append(' ')
                .append(sum)
                .append('\n');
        latency.append("kontinue_execution_latency_count")
                .append(labels(function, worker, ""))
                .append(' ')
                .append(count)
                .append('\n');
        return this;
    }

    PageText completed(String function, String result, double value) {
        completed
                .append(String.format(
                        Locale.ROOT, "kontinue_executions_completed{function=\"%s\",result=\"%s\"} ", function, result))
                .append(value)
                .append('\n');
        return this;
    }

    String text() {
        return family("kontinue_executions_running", "gauge", running)
                + family("kontinue_execution_latency", "histogram", latency)
                + family("kontinue_executions_completed", "counter", completed);
    }

    private static String family(String name, String type, StringBuilder samples) {
        return samples.isEmpty() ? "" : "# TYPE " + name + " " + type + "\n" + samples;
    }

    private static String labels(String function, String worker, String more) {
        return String.format(Locale.ROOT, "{function=\"%s\",namespace=\"a\",worker=\"%s\"%s}", function, worker, more);
    }

    private static String le(double bound) {
        String text = Double.isInfinite(bound) ? "+Inf" : String.valueOf((long) bound);
        return ",le=\"" + text + "\"";
    }
}
