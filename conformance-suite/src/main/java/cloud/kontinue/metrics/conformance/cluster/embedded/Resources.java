package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.List;
import java.util.Optional;

/** Answers requests for resources. */
final class Resources {

    private final Store store;
    private final Denials denials;
    private final Lists lists;
    private final Watches watches;
    private final Creations creations;
    private final Updates updates;
    private final Deletions deletions;
    private final Reviews reviews;

    Resources(Store store, Denials denials, Watches watches) {
        this.store = store;
        this.denials = denials;
        this.watches = watches;
        this.lists = new Lists(store);
        this.creations = new Creations(store);
        this.updates = new Updates(store);
        this.deletions = new Deletions(store);
        this.reviews = new Reviews(denials);
    }

    /** @throws Problem where the request is refused */
    Answer answer(ApiCall call) {
        Rendering rendering = Rendering.negotiate(call.http());
        return switch (call.verb()) {
            case GET -> Answer.Document.json(200, rendering.one(get(call.target())));
            case LIST -> list(call, rendering);
            case WATCH -> watches.watch(call, rendering);
            case CREATE ->
                call.target().type().stored()
                        ? written(creations.create(call, call.object()), rendering)
                        : reviews.review(call);
            case UPDATE -> written(updates.replace(call, call.object()), rendering);
            case PATCH -> written(patch(call), rendering);
            case DELETE -> deleted(call, rendering);
            case DELETECOLLECTION -> Answer.Document.json(200, rendering.list(deletions.deleteCollection(call)));
        };
    }

    private Stored get(Target target) {
        return store.get(target.type(), target.key()).orElseThrow(() -> Problem.notFound(target.type(), target.name()));
    }

    private Answer list(ApiCall call, Rendering rendering) {
        Target target = call.target();
        String identity = call.http().identity();
        if (!denials.mayList(identity, target.type().plural())) {
            throw Problem.mayNotList(target.type(), Reviews.user(identity), target.namespace());
        }
        Page page = lists.list(Selection.of(call), ListOptions.ofList(call));
        return new Answer.Document(
                200, "application/json", rendering.list(page), Long.toString(page.revision()), List.of());
    }

    private Written patch(ApiCall call) {
        Target target = call.target();
        boolean apply = call.http().mediaType().equals(Patch.APPLY);
        if (apply && call.parameter("fieldManager").isEmpty()) {
            throw Problem.badRequest("PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is"
                    + " required for apply patch");
        }
        Optional<Stored> present = store.get(target.type(), target.key());
        if (apply && present.isEmpty() && !target.isStatus()) {
            var object = call.checked(Json.receivedObject(call.http().body(), true));
            Json.metadata(object).put("name", target.name());
            return creations.create(call, object);
        }
        return updates.update(call, Patch.of(call));
    }

    private static Answer written(Written written, Rendering rendering) {
        return new Answer.Document(
                written.created() ? 201 : 200,
                "application/json",
                rendering.one(written.object()),
                "",
                written.warnings());
    }

    private Answer deleted(ApiCall call, Rendering rendering) {
        Stored object = deletions.delete(call);
        ResourceType type = object.type();
        if (store.get(type, object.key()).isPresent() || type.equals(ResourceTypes.PODS)) {
            return Answer.Document.json(200, rendering.one(object));
        }
        var status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Success")
                .putObject("details")
                .put("name", object.key().name())
                .put("group", type.group())
                .put("kind", type.plural())
                .put("uid", object.uid());
        return Answer.Document.json(200, status);
    }
}
