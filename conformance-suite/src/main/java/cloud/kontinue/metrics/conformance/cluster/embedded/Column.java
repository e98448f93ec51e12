package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A column that {@code kubectl get} prints.
 *
 * @param type as OpenAPI has it, or {@code date}
 * @param path names of fields from the object downwards
 */
record Column(String name, String type, String description, int priority, List<String> path) {

    private static final Pattern DOT = Pattern.compile("(?<!\\\\)\\.");

    static final Column AGE = new Column("Age", "date", "", 0, List.of("metadata", "creationTimestamp"));

    /** Reads one of a CRD's {@code additionalPrinterColumns}; of JSONPath only names of fields are understood. */
    static Column of(JsonNode column) {
        String path = Json.text(column, "jsonPath");
        List<String> fields = DOT.splitAsStream(path.startsWith(".") ? path.substring(1) : path)
                .map(field -> field.replace("\\.", "."))
                .toList();
        return new Column(
                Json.text(column, "name"),
                Json.text(column, "type"),
                Json.text(column, "description"),
                column.path("priority").asInt(0),
                fields);
    }

    JsonNode value(JsonNode object) {
        JsonNode value = object;
        for (String field : path) {
            value = value.path(field);
        }
        return value;
    }
}
