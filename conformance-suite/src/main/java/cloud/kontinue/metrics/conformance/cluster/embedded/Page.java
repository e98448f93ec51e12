package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of a list, or all of it.
 *
 * @param revision of which the whole list is
 * @param next the token for the rest; empty at the end
 * @param remaining how many objects are left; negative where that is not known
 */
record Page(ResourceType type, List<Stored> items, long revision, String next, long remaining) {

    ObjectNode metadata() {
        ObjectNode metadata = Json.object().put("resourceVersion", Long.toString(revision));
        if (!next.isEmpty()) {
            metadata.put("continue", next);
            if (remaining >= 0) {
                metadata.put("remainingItemCount", remaining);
            }
        }
        return metadata;
    }
}
