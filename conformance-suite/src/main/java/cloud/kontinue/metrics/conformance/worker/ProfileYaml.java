package cloud.kontinue.metrics.conformance.worker;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The YAML of a worker profile before its meaning is known, with the file's name for messages. */
record ProfileYaml(String fileName, JsonNode root) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Reads a mapping; an empty file is an empty one. */
    static ProfileYaml parse(String fileName, String text) throws WorkerProfileException {
        JsonNode root;
        try {
            root = YAML.readTree(text);
        } catch (JacksonException invalid) {
            throw new WorkerProfileException("worker profile '" + fileName + "' is no YAML: "
                    + Printable.of(
                            invalid.getOriginalMessage().replaceAll("\\s+", " ").strip()) + " (line "
                    + invalid.getLocation().getLineNr() + ")");
        }
        if (root == null || root.isMissingNode() || root.isNull()) {
            return new ProfileYaml(fileName, JsonNodeFactory.instance.objectNode());
        }
        ProfileYaml yaml = new ProfileYaml(fileName, root);
        if (!root.isObject()) {
            throw yaml.invalid("the file", root, "a mapping of keys to values");
        }
        return yaml;
    }

    /** Refuses every key that is none of these. */
    void requireKeys(String prefix, JsonNode mapping, List<String> allowed) throws WorkerProfileException {
        for (String key : mapping.propertyNames()) {
            if (!allowed.contains(key)) {
                throw new WorkerProfileException("worker profile '" + fileName + "': unknown key '"
                        + Printable.of(prefix + key) + "': must be one of " + String.join(", ", allowed));
            }
        }
    }

    /** Returns the text of a key of the root; empty where it is not there. */
    Optional<String> text(String key) throws WorkerProfileException {
        JsonNode value = root.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isString() || value.stringValue().isBlank()) {
            throw invalid(key, value, "text, in quotes where YAML would read it as something else");
        }
        return Optional.of(value.stringValue().strip());
    }

    /** Returns what to tell about a value that is not as expected. */
    WorkerProfileException invalid(String key, JsonNode found, String expected) {
        return new WorkerProfileException("worker profile '" + fileName + "': invalid " + key + " "
                + Printable.of(found.toString()) + ": must be " + expected);
    }
}
