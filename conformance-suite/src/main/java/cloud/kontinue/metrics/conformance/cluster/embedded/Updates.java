package cloud.kontinue.metrics.conformance.cluster.embedded;

import cloud.kontinue.metrics.conformance.cluster.embedded.Problem.Cause;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Replaces and patches objects or their status; who asks for a resource version that has passed gets a conflict. */
final class Updates {

    private static final String MODIFIED =
            "the object has been modified; please apply your changes to the latest" + " version and try again";

    private final Store store;

    Updates(Store store) {
        this.store = store;
    }

    Written replace(ApiCall call, ObjectNode object) {
        Target target = call.target();
        String name = Json.text(object.path("metadata"), "name");
        if (!name.isEmpty() && !name.equals(target.name())) {
            throw Problem.badRequest(
                    "the name of the object (" + name + ") does not match the name on the URL (" + target.name() + ")");
        }
        boolean unconditional =
                Json.text(object.path("metadata"), "resourceVersion").isEmpty();
        if (unconditional && target.type().custom()) {
            throw Problem.invalid(
                    target.type(),
                    target.name(),
                    List.of(new Cause(
                            "FieldValueInvalid",
                            "metadata.resourceVersion",
                            "Invalid value: 0x0: must be specified for an update")));
        }
        return update(call, ignored -> object);
    }

    /** Changes the present object by a function that is given a copy of it. */
    Written update(ApiCall call, UnaryOperator<ObjectNode> change) {
        Target target = call.target();
        ResourceType type = target.type();
        Stored present = store.get(type, target.key()).orElseThrow(() -> Problem.notFound(type, target.name()));
        ObjectNode before = present.tree();
        ObjectNode asked = call.checked(change.apply(present.tree()));
        checkPreconditions(present, asked);
        ObjectNode next = merge(target, before, asked);
        List<String> warnings = Validation.check(call, next, target.name());
        if (next.equals(before)) {
            return new Written(false, present, warnings);
        }
        if (type.custom() && !target.isStatus() && !sameBesidesMetadata(before, next)) {
            ObjectNode metadata = Json.metadata(next);
            metadata.put("generation", metadata.path("generation").asLong(0) + 1);
        }
        Stored stored = Stored.of(type, target.key(), store.revision() + 1, next);
        if (!call.dryRun()) {
            store.put(stored);
            if (Deletions.due(next)) {
                store.remove(stored);
            }
        }
        return new Written(false, stored, warnings);
    }

    private static void checkPreconditions(Stored present, ObjectNode asked) {
        ObjectNode metadata = Json.metadata(asked);
        String version = Json.text(metadata, "resourceVersion");
        if (!version.isEmpty() && !version.equals(Long.toString(present.revision()))) {
            throw Problem.conflict(present.type(), present.key().name(), MODIFIED);
        }
        String uid = Json.text(metadata, "uid");
        if (!uid.isEmpty() && !uid.equals(present.uid())) {
            throw Problem.conflict(
                    present.type(),
                    present.key().name(),
                    "Precondition failed: UID in precondition: " + uid + ", UID in object meta: " + present.uid());
        }
    }

    /** Takes from what was asked only what the resource lets a client write. */
    private static ObjectNode merge(Target target, ObjectNode before, ObjectNode asked) {
        if (target.isStatus()) {
            ObjectNode next = before.deepCopy();
            Json.copy("status", asked, next);
            return next;
        }
        Metadata.update(target.type(), before, asked);
        if (target.type().hasStatus()) {
            Json.copy("status", before, asked);
        }
        return asked;
    }

    private static boolean sameBesidesMetadata(ObjectNode one, ObjectNode other) {
        return one.deepCopy()
                .without(List.of("metadata", "status"))
                .equals(other.deepCopy().without(List.of("metadata", "status")));
    }
}
