package cloud.kontinue.metrics.conformance.cluster.embedded;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects reduced to their metadata, for clients that want no more. */
final class PartialRendering implements Rendering {

    static final String API_VERSION = "meta.k8s.io/v1";

    static ObjectNode partial(ObjectNode metadata) {
        ObjectNode partial = Json.object().put("kind", "PartialObjectMetadata").put("apiVersion", API_VERSION);
        partial.set("metadata", metadata);
        return partial;
    }

    static ObjectNode partial(Stored object) {
        return partial(Json.metadata(object.tree()));
    }

    @Override
    public byte[] one(Stored object) {
        return Json.bytes(partial(object));
    }

    @Override
    public byte[] list(Page page) {
        ObjectNode list = Json.object().put("kind", "PartialObjectMetadataList").put("apiVersion", API_VERSION);
        list.set("metadata", page.metadata());
        ArrayNode items = list.putArray("items");
        page.items().forEach(item -> items.add(partial(item)));
        return Json.bytes(list);
    }

    @Override
    public byte[] bookmark(WatchEvent.Bookmark bookmark) {
        return Json.bytes(partial(bookmark.metadata()));
    }
}
