package cloud.kontinue.metrics.conformance.recording;

import java.util.List;

/** How events of Prometheus are written. */
final class PrometheusCodecs {

    private PrometheusCodecs() {}

    static List<EventCodec<?>> all() {
        return List.of(
                new EventCodec<>(
                        "prometheus-started",
                        PrometheusStarted.class,
                        (event, fields) -> fields.text("version", event.version())
                                .flag("discovery", event.discovery())
                                .text("configuration", event.configuration()),
                        fields -> new PrometheusStarted(
                                fields.at(),
                                fields.text("version"),
                                fields.flag("discovery"),
                                fields.text("configuration"))),
                new EventCodec<>(
                        "prometheus-answered",
                        PrometheusAnswered.class,
                        (event, fields) -> fields.from(event.span())
                                .constant("topic", event.topic())
                                .text("worker", event.worker())
                                .text("question", event.question())
                                .text("answer", event.answer())
                                .text("problem", event.problem()),
                        fields -> new PrometheusAnswered(
                                fields.span(),
                                fields.constant("topic", PrometheusAnswered.Topic.class),
                                fields.text("worker"),
                                fields.text("question"),
                                fields.text("answer"),
                                fields.text("problem"))));
    }
}
