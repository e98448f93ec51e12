package cloud.kontinue.metrics.conformance.cluster.embedded;

import cloud.kontinue.metrics.conformance.cluster.embedded.Problem.Cause;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of an object's metadata that the API server writes and clients cannot. */
final class Metadata {

    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern ROLE = Pattern.compile("[^/%]+");
    private static final Set<String> WRITTEN_BY_SERVER =
            Set.of("uid", "creationTimestamp", "generation", "deletionTimestamp", "deletionGracePeriodSeconds");

    private Metadata() {}

    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * Makes the metadata of a new object and returns its name.
     *
     * @throws Problem 422 for a name that is none
     */
    static String create(ResourceType type, String namespace, ObjectNode object) {
        ObjectNode metadata = Json.metadata(object);
        List.of("resourceVersion", "selfLink", "managedFields").forEach(metadata::remove);
        WRITTEN_BY_SERVER.forEach(metadata::remove);
        String prefix = Json.text(metadata, "generateName");
        if (Json.text(metadata, "name").isEmpty() && !prefix.isEmpty()) {
            StringBuilder name = new StringBuilder(prefix);
            RANDOM.ints(5, 0, LETTERS.length()).mapToObj(LETTERS::charAt).forEach(name::append);
            metadata.put("name", name.toString());
        }
        String name = Json.text(metadata, "name");
        checkName(type, name);
        checkNamespace(metadata, namespace);
        checkMaps(type, name, metadata);
        if (type.namespaced()) {
            metadata.put("namespace", namespace);
        }
        metadata.put("uid", UUID.randomUUID().toString()).put("creationTimestamp", now());
        if (type.custom()) {
            metadata.put("generation", 1);
        }
        return name;
    }

    /** Makes the metadata of an object's next state from its present one and what a client wrote. */
    static void update(ResourceType type, ObjectNode present, ObjectNode next) {
        ObjectNode old = Json.metadata(present);
        ObjectNode metadata = Json.metadata(next);
        List.of("selfLink", "managedFields").forEach(metadata::remove);
        WRITTEN_BY_SERVER.forEach(field -> Json.copy(field, old, metadata));
        List.of("name", "namespace", "resourceVersion", "generateName")
                .forEach(field -> Json.copy(field, old, metadata));
        checkMaps(type, Json.text(metadata, "name"), metadata);
    }

    private static void checkNamespace(ObjectNode metadata, String namespace) {
        String said = Json.text(metadata, "namespace");
        if (!said.isEmpty() && !said.equals(namespace)) {
            throw Problem.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the" + " request");
        }
    }

    private static void checkName(ResourceType type, String name) {
        if (name.isEmpty()) {
            throw Problem.invalid(
                    type,
                    "",
                    List.of(new Cause(
                            "FieldValueRequired",
                            "metadata.name",
                            "Required value: name or generateName is required")));
        }
        Pattern pattern = type.group().startsWith("rbac.") ? ROLE : SUBDOMAIN;
        if (name.length() > 253 || !pattern.matcher(name).matches()) {
            throw Problem.invalid(
                    type,
                    name,
                    List.of(new Cause(
                            "FieldValueInvalid",
                            "metadata.name",
                            "Invalid value: \"" + name + "\": a lowercase RFC 1123 subdomain must consist of lower"
                                    + " case alphanumeric characters, '-' or '.', and must start and end with an"
                                    + " alphanumeric character")));
        }
    }

    private static void checkMaps(ResourceType type, String name, ObjectNode metadata) {
        for (String map : List.of("labels", "annotations")) {
            JsonNode entries = metadata.path(map);
            boolean strings = entries.properties().stream()
                    .allMatch(entry -> entry.getValue().isString());
            if (!(entries.isMissingNode() || entries.isNull() || entries.isObject()) || !strings) {
                String field = "metadata." + map;
                throw Problem.invalid(
                        type,
                        name,
                        List.of(new Cause(
                                "FieldValueTypeInvalid", field, "Invalid value: must be an object of strings")));
            }
        }
    }
}
