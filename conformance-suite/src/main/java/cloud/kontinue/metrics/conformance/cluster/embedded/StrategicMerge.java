package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Strategic merge patches of built-in types, with the merge keys of the lists that pods have; an order that a patch
 * asks for is not kept, and other lists are replaced.
 */
final class StrategicMerge {

    private static final Map<String, String> MERGE_KEYS = Map.of(
            "containers", "name",
            "initContainers", "name",
            "ephemeralContainers", "name",
            "env", "name",
            "volumes", "name",
            "volumeMounts", "mountPath",
            "imagePullSecrets", "name",
            "ports", "containerPort",
            "conditions", "type",
            "ownerReferences", "uid");

    private StrategicMerge() {}

    static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        if (Json.text(patch, "$patch").equals("replace")) {
            target.removeAll();
        }
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            if (!field.getKey().startsWith("$")) {
                merge(target, field.getKey(), field.getValue());
            }
        }
        return target;
    }

    private static void merge(ObjectNode target, String field, JsonNode patch) {
        String key = MERGE_KEYS.get(field);
        if (patch.isNull() || Json.text(patch, "$patch").equals("delete")) {
            target.remove(field);
        } else if (patch instanceof ObjectNode nested) {
            apply(target.get(field) instanceof ObjectNode present ? present : target.putObject(field), nested);
        } else if (patch instanceof ArrayNode items && key != null) {
            ArrayNode list = target.get(field) instanceof ArrayNode present ? present : target.putArray(field);
            items.forEach(item -> mergeItem(list, key, item));
        } else {
            target.set(field, patch.deepCopy());
        }
    }

    private static void mergeItem(ArrayNode list, String key, JsonNode item) {
        boolean delete = Json.text(item, "$patch").equals("delete");
        Optional<ObjectNode> same = StreamSupport.stream(list.spliterator(), false)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .filter(present -> present.path(key).equals(item.path(key)))
                .findFirst();
        if (delete) {
            same.ifPresent(gone -> remove(list, gone));
        } else if (same.isPresent() && item instanceof ObjectNode changes) {
            apply(same.get(), changes);
        } else {
            list.add(item.deepCopy());
        }
    }

    private static void remove(ArrayNode list, JsonNode gone) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.path(i).equals(gone)) {
                list.remove(i);
            }
        }
    }
}
