package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the parts of Prometheus' answers that verdicts rest on; what cannot be read holds nothing. */
final class PrometheusJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private PrometheusJson() {}

    /** A stored series: its labels, and how many values of it were given. */
    record Stored(JsonNode metric, int values) {

        String name() {
            return label("__name__");
        }

        String label(String name) {
            return metric.path(name).asString("");
        }
    }

    static Stream<Stored> series(PrometheusAnswered answer) {
        List<Stored> stored = new ArrayList<>();
        for (JsonNode result : data(answer).path("result")) {
            int values = result.has("values") ? result.path("values").size() : 1;
            stored.add(new Stored(result.path("metric"), values));
        }
        return stored.stream();
    }

    static Stream<JsonNode> activeTargets(PrometheusAnswered answer) {
        List<JsonNode> targets = new ArrayList<>();
        data(answer).path("activeTargets").forEach(targets::add);
        return targets.stream();
    }

    static JsonNode data(PrometheusAnswered answer) {
        try {
            return MAPPER.readTree(answer.answer()).path("data");
        } catch (JacksonException e) {
            return MAPPER.missingNode();
        }
    }
}
