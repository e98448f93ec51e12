package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.prometheus.Prometheus;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered.Topic;
import cloud.kontinue.metrics.conformance.recording.RecordingSink;
import cloud.kontinue.metrics.conformance.recording.Span;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Asks Prometheus what it has by now, and records the answers. */
final class Oracle {

    private static final String ALL = "{__name__=~\"" + MetricNames.PREFIX + ".*\"}";

    private final Prometheus prometheus;
    private final RunClock clock;
    private final RecordingSink sink;

    Oracle(Prometheus prometheus, RunClock clock, RecordingSink sink) {
        this.prometheus = prometheus;
        this.clock = clock;
        this.sink = sink;
    }

    /** Asks all that is to be known of a worker while it is being scraped. */
    void askAll(String worker) {
        askPresence(worker);
        ask(Topic.METADATA, worker, "metadata");
        query(Topic.RATE, worker, "rate(" + MetricNames.COMPLETED + "[1m])");
        query(
                Topic.QUANTILE,
                worker,
                "histogram_quantile(0.9, sum by (le,function) (rate(" + MetricNames.LATENCY_BUCKET + "[1m])))");
    }

    /** Asks what there is of a worker. */
    void askPresence(String worker) {
        ask(Topic.TARGETS, worker, "targets?state=any");
        query(Topic.UP, worker, "up");
        query(Topic.SERIES, worker, ALL);
        query(Topic.SERIES, worker, ALL + "[5m]");
    }

    private void query(Topic topic, String worker, String expression) {
        ask(topic, worker, "query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
    }

    private void ask(Topic topic, String worker, String question) {
        long from = clock.now();
        Prometheus.Answer answer = prometheus.ask(question);
        sink.record(new PrometheusAnswered(
                new Span(from, clock.now()), topic, worker, question, answer.body(), answer.problem()));
    }
}
