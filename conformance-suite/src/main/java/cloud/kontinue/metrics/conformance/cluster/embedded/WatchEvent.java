package cloud.kontinue.metrics.conformance.cluster.embedded;

import cloud.kontinue.metrics.conformance.cluster.embedded.Change.Kind;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** One event of a watch, before it is written in the form that its client asked for. */
sealed interface WatchEvent {

    /** An object was added, modified or deleted, as far as the watch sees. */
    record Seen(Kind kind, Stored object) implements WatchEvent {}

    /** The watch has told everything up to a revision. */
    record Bookmark(ResourceType type, long revision, boolean initialEventsEnd) implements WatchEvent {

        ObjectNode metadata() {
            ObjectNode metadata = Json.object().put("resourceVersion", Long.toString(revision));
            if (initialEventsEnd) {
                metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
            }
            return metadata;
        }
    }

    /** The watch cannot go on. */
    record Failure(ObjectNode status) implements WatchEvent {}

    /** Returns what a change is to a watch with a selection: an object that leaves it is deleted, as it was. */
    static Optional<WatchEvent> of(Change change, Selection selection) {
        Stored now = change.now();
        if (!now.type().qualified().equals(selection.type().qualified())) {
            return Optional.empty();
        }
        boolean was = change.before().filter(selection).isPresent();
        boolean is = change.kind() != Kind.DELETED && selection.test(now);
        if (was && is) {
            return Optional.of(new Seen(Kind.MODIFIED, now));
        }
        if (is) {
            return Optional.of(new Seen(Kind.ADDED, now));
        }
        return was
                ? change.before().map(before -> new Seen(Kind.DELETED, before.at(now.revision())))
                : Optional.empty();
    }
}
