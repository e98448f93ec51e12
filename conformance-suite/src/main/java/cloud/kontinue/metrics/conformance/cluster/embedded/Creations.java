package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Creates objects. */
final class Creations {

    private final Store store;

    Creations(Store store) {
        this.store = store;
    }

    Written create(ApiCall call, ObjectNode object) {
        ResourceType type = call.target().type();
        String namespace = call.target().namespace();
        String name = Metadata.create(type, namespace, object);
        if (type.namespaced()
                && store.get(ResourceTypes.NAMESPACES, new Key("", namespace)).isEmpty()) {
            throw Problem.notFound(ResourceTypes.NAMESPACES, namespace);
        }
        if (type.hasStatus()) {
            object.remove("status");
        }
        List<String> warnings = Validation.check(call, object, name);
        if (store.get(type, new Key(namespace, name)).isPresent()) {
            throw Problem.alreadyExists(type, name);
        }
        initialise(type, name, object);
        Stored created = Stored.of(type, new Key(namespace, name), store.revision() + 1, object);
        return new Written(true, call.dryRun() ? created : store.put(created), warnings);
    }

    /** Gives an object the status that a cluster's controllers would give it at once. */
    private static void initialise(ResourceType type, String name, ObjectNode object) {
        if (type.equals(ResourceTypes.NAMESPACES)) {
            ObjectNode metadata = Json.metadata(object);
            ObjectNode labels =
                    metadata.get("labels") instanceof ObjectNode present ? present : metadata.putObject("labels");
            labels.put("kubernetes.io/metadata.name", name);
            object.putObject("status").put("phase", "Active");
        } else if (type.equals(ResourceTypes.PODS)) {
            object.putObject("status").put("phase", "Pending");
        } else if (type.equals(ResourceTypes.DEFINITIONS)) {
            establish(object, ResourceType.ofDefinition(object));
        }
    }

    private static void establish(ObjectNode definition, ResourceType defined) {
        ObjectNode status = definition.putObject("status");
        ArrayNode conditions = status.putArray("conditions");
        for (String condition : List.of("NamesAccepted", "Established")) {
            conditions
                    .addObject()
                    .put("type", condition)
                    .put("status", "True")
                    .put("reason", condition.equals("Established") ? "InitialNamesAccepted" : "NoConflicts")
                    .put("message", "")
                    .put("lastTransitionTime", Metadata.now());
        }
        status.set("acceptedNames", definition.path("spec").path("names").deepCopy());
        status.putArray("storedVersions").add(defined.version());
    }
}
