package cloud.kontinue.metrics.conformance.recording;

/**
 * Prometheus answered a question.
 *
 * @param topic what was asked, for the judge
 * @param worker whom it concerns; empty where none
 * @param question the API path with its query, such as {@code query?query=up}
 * @param answer the JSON body; empty where there was none
 * @param problem why there is no answer; empty for success
 */
public record PrometheusAnswered(Span span, Topic topic, String worker, String question, String answer, String problem)
        implements Event {

    /** What was asked. */
    public enum Topic {
        /** {@code /api/v1/targets?state=any}: discovered, dropped and active targets. */
        TARGETS,
        /** {@code up} of every job, the harness' own among them. */
        UP,
        /** All series of the four metrics under their documented names, raw, with {@code [5m]}. */
        SERIES,
        /** {@code /api/v1/metadata} of the four metrics. */
        METADATA,
        /** {@code rate} of the counter. */
        RATE,
        /** {@code histogram_quantile} of the latency. */
        QUANTILE
    }

    @Override
    public long at() {
        return span.to();
    }
}
