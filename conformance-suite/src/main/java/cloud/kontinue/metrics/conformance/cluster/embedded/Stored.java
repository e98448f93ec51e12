package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * One revision of an object.
 *
 * @param json the bytes that every list, get and watch of this revision shares; never written to
 */
@SuppressWarnings("ArrayRecordComponent")
record Stored(ResourceType type, Key key, long revision, String uid, Map<String, String> labels, byte[] json) {

    /** Makes a revision of an object, which is told its resource version. */
    static Stored of(ResourceType type, Key key, long revision, ObjectNode object) {
        ObjectNode metadata = Json.metadata(object);
        metadata.put("resourceVersion", Long.toString(revision));
        return new Stored(type, key, revision, Json.text(metadata, "uid"), Json.labels(object), Json.bytes(object));
    }

    /** Returns a copy to look into or to change. */
    ObjectNode tree() {
        return Json.stored(json);
    }

    /** Returns the same object as of another revision. */
    Stored at(long otherRevision) {
        return of(type, key, otherRevision, tree());
    }
}
