package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.Optional;

/**
 * What one revision changed.
 *
 * @param now the object afterwards; for a deletion its last state, with the deletion's revision
 * @param before empty for a creation
 */
record Change(Kind kind, Stored now, Optional<Stored> before) {

    /** What happened, in the words of a watch. */
    enum Kind {
        ADDED,
        MODIFIED,
        DELETED
    }

    long revision() {
        return now.revision();
    }
}
