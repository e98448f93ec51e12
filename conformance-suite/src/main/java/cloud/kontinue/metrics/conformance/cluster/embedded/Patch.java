package cloud.kontinue.metrics.conformance.cluster.embedded;

import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The ways to patch an object. */
final class Patch {

    static final String APPLY = "application/apply-patch+yaml";

    private static final String MERGE = "application/merge-patch+json";
    private static final String JSON = "application/json-patch+json";
    private static final String STRATEGIC = "application/strategic-merge-patch+json";

    private Patch() {}

    /**
     * Returns what a patch makes of an object.
     *
     * @throws Problem 415 for a kind of patch that the resource does not take
     */
    static UnaryOperator<ObjectNode> of(ApiCall call) {
        byte[] body = call.http().body();
        boolean custom = call.target().type().custom();
        return switch (call.http().mediaType()) {
            case MERGE -> merging(Json.receivedObject(body, false));
            case JSON -> operations(Json.received(body, false));
            case APPLY -> merging(Json.receivedObject(body, true));
            case STRATEGIC -> {
                if (custom) {
                    throw Problem.unsupportedMediaType(JSON + ", " + MERGE + ", " + APPLY);
                }
                ObjectNode patch = Json.receivedObject(body, false);
                yield object -> StrategicMerge.apply(object, patch);
            }
            default ->
                throw Problem.unsupportedMediaType(
                        JSON + ", " + MERGE + ", " + APPLY + (custom ? "" : ", " + STRATEGIC));
        };
    }

    private static UnaryOperator<ObjectNode> merging(ObjectNode patch) {
        return object -> {
            merge(object, patch);
            return object;
        };
    }

    /** Merges as RFC 7386 has it. */
    static void merge(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                target.remove(field.getKey());
            } else if (value instanceof ObjectNode nested) {
                ObjectNode child = target.get(field.getKey()) instanceof ObjectNode present
                        ? present
                        : target.putObject(field.getKey());
                merge(child, nested);
            } else {
                target.set(field.getKey(), value.deepCopy());
            }
        }
    }

    private static UnaryOperator<ObjectNode> operations(JsonNode patch) {
        if (!(patch instanceof ArrayNode operations)) {
            throw Problem.badRequest("a JSON patch must be a list of operations");
        }
        return object -> {
            try {
                if (JsonPatch.apply(operations, object) instanceof ObjectNode patched) {
                    return patched;
                }
            } catch (JsonPatchException e) {
                throw Problem.unprocessable(
                        "the server rejected our request due to an error in our request: " + e.getMessage());
            }
            throw Problem.unprocessable("the patch leaves no object");
        };
    }
}
