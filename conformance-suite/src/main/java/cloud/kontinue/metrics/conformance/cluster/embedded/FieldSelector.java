package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Kubernetes' field selectors, on the fields that each type supports. */
final class FieldSelector implements Predicate<Stored> {

    private static final Set<String> EVERYWHERE = Set.of("metadata.name", "metadata.namespace");
    private static final Set<String> OF_EVENTS = Set.of(
            "involvedObject.kind",
            "involvedObject.namespace",
            "involvedObject.name",
            "involvedObject.uid",
            "reason",
            "type");
    private static final Map<String, Set<String>> SUPPORTED = Map.of(
            "pods", Set.of("spec.nodeName", "status.phase", "status.podIP", "spec.restartPolicy"),
            "namespaces", Set.of("status.phase"),
            "nodes", Set.of("spec.unschedulable"),
            "secrets", Set.of("type"),
            "events", OF_EVENTS);

    private final List<Requirement> requirements = new ArrayList<>();

    private record Requirement(String field, String value, boolean equal) {}

    private FieldSelector() {}

    static FieldSelector parse(ResourceType type, String text) {
        FieldSelector selector = new FieldSelector();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                selector.requirements.add(requirement(type, part.strip()));
            }
        }
        return selector;
    }

    private static Requirement requirement(ResourceType type, String part) {
        int sign = part.indexOf('=');
        if (sign < 1) {
            throw Problem.badRequest("invalid selector: '" + part + "'; can't understand it");
        }
        boolean not = part.charAt(sign - 1) == '!';
        String field = part.substring(0, not ? sign - 1 : sign);
        if (!EVERYWHERE.contains(field)
                && !SUPPORTED.getOrDefault(type.plural(), Set.of()).contains(field)) {
            throw Problem.badRequest("field label not supported: " + field);
        }
        return new Requirement(field, part.substring(part.startsWith("==", sign) ? sign + 2 : sign + 1), !not);
    }

    @Override
    public boolean test(Stored object) {
        return requirements.stream().allMatch(requirement -> {
            String actual =
                    switch (requirement.field()) {
                        case "metadata.name" -> object.key().name();
                        case "metadata.namespace" -> object.key().namespace();
                        default -> value(object.tree(), requirement.field());
                    };
            return actual.equals(requirement.value()) == requirement.equal();
        });
    }

    private static String value(JsonNode object, String path) {
        JsonNode value = object;
        for (String field : path.split("\\.", -1)) {
            value = value.path(field);
        }
        return value.asString("");
    }

    boolean isEmpty() {
        return requirements.isEmpty();
    }
}
