package cloud.kontinue.metrics.conformance.cluster.embedded;

import cloud.kontinue.metrics.conformance.cluster.embedded.Problem.Cause;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A structural schema of a CustomResourceDefinition: types, required fields, enumerations, lengths, ranges, date-times,
 * and the pruning of fields that it does not name.
 */
final class Schema {

    private static final Set<String> ALWAYS_KNOWN = Set.of("apiVersion", "kind", "metadata");

    private final JsonNode root;

    Schema(JsonNode root) {
        this.root = root;
    }

    JsonNode tree() {
        return root;
    }

    /** Removes what the schema does not know and returns the paths of what was removed. */
    List<String> prune(ObjectNode object) {
        List<String> removed = new ArrayList<>();
        for (String field : List.copyOf(object.propertyNames())) {
            if (!ALWAYS_KNOWN.contains(field)) {
                pruneField(object, field, root, "", removed);
            }
        }
        return removed;
    }

    private static void pruneField(
            ObjectNode object, String field, JsonNode schema, String path, List<String> removed) {
        String here = path.isEmpty() ? field : path + "." + field;
        JsonNode property = schema.path("properties").path(field);
        JsonNode additional = schema.path("additionalProperties");
        if (!property.isMissingNode()) {
            pruneValue(object.path(field), property, here, removed);
        } else if (additional.isObject()) {
            pruneValue(object.path(field), additional, here, removed);
        } else if (!additional.asBoolean(false) && !preserves(schema)) {
            object.remove(field);
            removed.add(here);
        }
    }

    private static void pruneValue(JsonNode value, JsonNode schema, String path, List<String> removed) {
        if (value instanceof ObjectNode object) {
            List.copyOf(object.propertyNames()).forEach(field -> pruneField(object, field, schema, path, removed));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                pruneValue(value.path(i), schema.path("items"), path + "[" + i + "]", removed);
            }
        }
    }

    private static boolean preserves(JsonNode schema) {
        return schema.path("x-kubernetes-preserve-unknown-fields").asBoolean(false) || !schema.has("type");
    }

    /** Returns what is wrong with an object; nothing for a valid one. */
    List<Cause> check(ObjectNode object) {
        List<Cause> causes = new ArrayList<>();
        check(object, root, "", causes);
        return causes;
    }

    private static void check(JsonNode value, JsonNode schema, String path, List<Cause> causes) {
        if (value.isNull() && schema.path("nullable").asBoolean(false)) {
            return;
        }
        String type = Json.text(schema, "type");
        if (!hasType(value, type, schema)) {
            causes.add(new Cause(
                    "FieldValueTypeInvalid",
                    path,
                    "Invalid value: \"" + kind(value) + "\": " + path + " in body must be of type " + type + ": \""
                            + kind(value) + "\""));
            return;
        }
        checkEnum(value, schema, path, causes);
        checkBounds(value, schema, path, causes);
        if (value.isObject()) {
            checkFields(value, schema, path, causes);
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            check(value.path(i), schema.path("items"), path + "[" + i + "]", causes);
        }
    }

    private static void checkFields(JsonNode value, JsonNode schema, String path, List<Cause> causes) {
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asString())) {
                causes.add(new Cause("FieldValueRequired", at(path, required.asString()), "Required value"));
            }
        }
        value.properties().forEach(field -> {
            JsonNode known = schema.path("properties").path(field.getKey());
            JsonNode property = known.isMissingNode() ? schema.path("additionalProperties") : known;
            if (property.isObject()) {
                check(field.getValue(), property, at(path, field.getKey()), causes);
            }
        });
    }

    private static void checkEnum(JsonNode value, JsonNode schema, String path, List<Cause> causes) {
        JsonNode allowed = schema.path("enum");
        if (allowed.isArray()
                && StreamSupport.stream(allowed.spliterator(), false).noneMatch(value::equals)) {
            String supported = StreamSupport.stream(allowed.spliterator(), false)
                    .map(JsonNode::toString)
                    .collect(Collectors.joining(", "));
            causes.add(new Cause(
                    "FieldValueNotSupported",
                    path,
                    "Unsupported value: " + value + ": supported values: " + supported));
        }
    }

    private static void checkBounds(JsonNode value, JsonNode schema, String path, List<Cause> causes) {
        if (value.isString()
                && value.asString().length() < schema.path("minLength").asInt(0)) {
            causes.add(invalid(value, path, "should be at least " + schema.path("minLength") + " chars long"));
        }
        if (value.isString() && Json.text(schema, "format").equals("date-time") && !isTime(value.asString())) {
            causes.add(invalid(value, path, "must be of type date-time: " + value));
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            JsonNode least = schema.path("minimum");
            JsonNode most = schema.path("maximum");
            if (least.isNumber() && number.compareTo(least.decimalValue()) < 0) {
                causes.add(invalid(value, path, "should be greater than or equal to " + least));
            }
            if (most.isNumber() && number.compareTo(most.decimalValue()) > 0) {
                causes.add(invalid(value, path, "should be less than or equal to " + most));
            }
        }
    }

    private static Cause invalid(JsonNode value, String path, String what) {
        return new Cause("FieldValueInvalid", path, "Invalid value: " + value + ": " + path + " in body " + what);
    }

    private static boolean isTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean hasType(JsonNode value, String type, JsonNode schema) {
        if (schema.path("x-kubernetes-int-or-string").asBoolean(false)) {
            return value.isIntegralNumber() || value.isString();
        }
        return type.isEmpty() || type.equals(kind(value)) || (type.equals("number") && value.isNumber());
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> "object";
            case ARRAY -> "array";
            case STRING, BINARY -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case NULL, MISSING -> "null";
        };
    }

    private static String at(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
