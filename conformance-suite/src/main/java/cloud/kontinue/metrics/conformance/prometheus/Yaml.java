package cloud.kontinue.metrics.conformance.prometheus;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Writes values so that YAML reads them back as they were; JSON is YAML. */
final class Yaml {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Yaml() {}

    static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    static String list(List<String> texts) {
        return texts.stream().map(Yaml::quoted).collect(Collectors.joining(", ", "[", "]"));
    }
}
