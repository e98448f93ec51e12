package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of object that the API serves.
 *
 * @param group empty for the core group
 * @param stored whether objects are kept; reviews are only answered
 * @param hasStatus whether the status is a subresource of its own
 * @param schema what objects must look like; empty for built-in types, which are plain objects
 */
record ResourceType(
        String group,
        String version,
        String plural,
        String kind,
        List<String> shortNames,
        boolean namespaced,
        boolean stored,
        boolean hasStatus,
        Optional<Schema> schema,
        List<Column> columns) {

    /** Reads the version that a CustomResourceDefinition stores. */
    static ResourceType ofDefinition(JsonNode definition) {
        JsonNode spec = definition.path("spec");
        JsonNode names = spec.path("names");
        JsonNode version = StreamSupport.stream(spec.path("versions").spliterator(), false)
                .filter(candidate -> candidate.path("storage").asBoolean(false))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "spec.versions: Invalid value: must have exactly one version marked as storage version"));
        List<Column> columns = StreamSupport.stream(
                        version.path("additionalPrinterColumns").spliterator(), false)
                .map(Column::of)
                .toList();
        return new ResourceType(
                Json.text(spec, "group"),
                Json.text(version, "name"),
                Json.text(names, "plural"),
                Json.text(names, "kind"),
                StreamSupport.stream(names.path("shortNames").spliterator(), false)
                        .map(JsonNode::asString)
                        .toList(),
                Json.text(spec, "scope").equals("Namespaced"),
                true,
                version.path("subresources").has("status"),
                Optional.of(new Schema(version.path("schema").path("openAPIV3Schema"))),
                columns.isEmpty() ? List.of(Column.AGE) : columns);
    }

    boolean custom() {
        return schema.isPresent();
    }

    /** Returns what makes it one type, whatever the version: {@code executions.kontinue.cloud}, {@code pods}. */
    String qualified() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    String singular() {
        return kind.toLowerCase(Locale.ROOT);
    }

    String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    List<String> verbs() {
        return stored
                ? List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch")
                : List.of("create");
    }

    /** Returns an object of this type without anything in it. */
    ObjectNode empty() {
        return Json.object().put("kind", kind).put("apiVersion", apiVersion());
    }
}
