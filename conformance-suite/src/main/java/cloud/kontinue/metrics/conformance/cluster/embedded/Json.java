package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Trees of JSON and their bytes. */
final class Json {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final ObjectMapper YAML = YAMLMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static byte[] bytes(JsonNode tree) {
        return JSON.writeValueAsBytes(tree);
    }

    static byte[] yaml(JsonNode tree) {
        return YAML.writeValueAsBytes(tree);
    }

    /** Parses what this class wrote. */
    static ObjectNode stored(byte[] bytes) {
        return (ObjectNode) JSON.readTree(bytes);
    }

    /** Parses what a client sent. */
    static JsonNode received(byte[] bytes, boolean yaml) {
        try {
            return (yaml ? YAML : JSON).readTree(bytes);
        } catch (JacksonException e) {
            throw Problem.badRequest(
                    "the body of the request is not valid " + (yaml ? "YAML" : "JSON") + ": " + e.getOriginalMessage());
        }
    }

    /** Parses an object that a client sent. */
    static ObjectNode receivedObject(byte[] bytes, boolean yaml) {
        if (received(bytes, yaml) instanceof ObjectNode object) {
            return object;
        }
        throw Problem.badRequest("the body of the request must be an object");
    }

    /** Returns the string at a field; empty where it is absent or no string. */
    static String text(JsonNode tree, String field) {
        return tree.path(field).asString("");
    }

    static ObjectNode metadata(ObjectNode object) {
        return object.get("metadata") instanceof ObjectNode metadata ? metadata : object.putObject("metadata");
    }

    static Map<String, String> labels(ObjectNode object) {
        Map<String, String> labels = new TreeMap<>();
        object.path("metadata")
                .path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asString("")));
        return Map.copyOf(labels);
    }

    /** Makes a field of one object what it is in another. */
    static void copy(String field, ObjectNode from, ObjectNode to) {
        Optional.ofNullable(from.get(field))
                .ifPresentOrElse(value -> to.set(field, value.deepCopy()), () -> to.remove(field));
    }
}
