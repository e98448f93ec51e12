package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Deletes objects; one with finalizers goes when its last finalizer does. */
final class Deletions {

    private final Store store;

    Deletions(Store store) {
        this.store = store;
    }

    /** Tells whether an object that was to be deleted has no finalizer any more. */
    static boolean due(ObjectNode object) {
        JsonNode metadata = object.path("metadata");
        return metadata.has("deletionTimestamp") && metadata.path("finalizers").isEmpty();
    }

    Stored delete(ApiCall call) {
        Target target = call.target();
        Stored present = store.get(target.type(), target.key())
                .orElseThrow(() -> Problem.notFound(target.type(), target.name()));
        JsonNode options = options(call);
        checkPreconditions(present, options.path("preconditions"));
        return call.dryRun() || options.path("dryRun").path(0).asString("").equals("All") ? present : delete(present);
    }

    /** Deletes every object of a selection and returns them. */
    Page deleteCollection(ApiCall call) {
        JsonNode options = options(call);
        boolean dryRun =
                call.dryRun() || options.path("dryRun").path(0).asString("").equals("All");
        Selection selection = Selection.of(call);
        List<Stored> objects =
                store.live(selection.type()).values().stream().filter(selection).toList();
        List<Stored> deleted =
                dryRun ? objects : objects.stream().map(this::delete).toList();
        return new Page(selection.type(), deleted, store.revision(), "", 0);
    }

    private Stored delete(Stored object) {
        ObjectNode tree = object.tree();
        ObjectNode metadata = Json.metadata(tree);
        if (metadata.path("finalizers").isEmpty()) {
            removeContent(object);
            store.remove(object);
            return object;
        }
        if (metadata.has("deletionTimestamp")) {
            return object;
        }
        metadata.put("deletionTimestamp", Metadata.now()).put("deletionGracePeriodSeconds", 0);
        return store.put(Stored.of(object.type(), object.key(), store.revision() + 1, tree));
    }

    /** Deletes what lives in a namespace, or is defined by a definition. */
    private void removeContent(Stored object) {
        if (object.type().equals(ResourceTypes.NAMESPACES)) {
            store.within(object.key().name()).forEach(store::remove);
        } else if (object.type().equals(ResourceTypes.DEFINITIONS)) {
            List.copyOf(store.live(ResourceType.ofDefinition(object.tree())).values())
                    .forEach(store::remove);
        }
    }

    private static JsonNode options(ApiCall call) {
        return call.http().body().length == 0 ? Json.object() : call.http().object();
    }

    private static void checkPreconditions(Stored present, JsonNode preconditions) {
        String uid = Json.text(preconditions, "uid");
        String version = Json.text(preconditions, "resourceVersion");
        String wrong = !uid.isEmpty() && !uid.equals(present.uid())
                ? "Precondition failed: UID in precondition: " + uid + ", UID in object meta: " + present.uid()
                : !version.isEmpty() && !version.equals(Long.toString(present.revision()))
                        ? "Precondition failed: ResourceVersion in precondition: " + version
                                + ", ResourceVersion in object meta: " + present.revision()
                        : "";
        if (!wrong.isEmpty()) {
            throw Problem.conflict(present.type(), present.key().name(), wrong);
        }
    }
}
