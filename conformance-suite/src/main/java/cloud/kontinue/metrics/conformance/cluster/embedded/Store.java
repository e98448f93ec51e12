package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every object, its latest revision, and the last changes, so that a list can look back and a watch catch up. */
final class Store {

    private static final NavigableMap<Key, Stored> NOTHING = Collections.emptyNavigableMap();

    private final Map<String, NavigableMap<Key, Stored>> collections = new HashMap<>();
    private final ArrayDeque<Change> history = new ArrayDeque<>();
    private final Set<Subscriber> subscribers = new LinkedHashSet<>();
    private final int window;
    private long oldest = 1_000;
    private long revision = oldest;

    /** Is told of each change, in order. */
    interface Subscriber {
        void changed(Change change);
    }

    /** @param window how many changes are kept */
    Store(int window) {
        this.window = window;
    }

    long revision() {
        return revision;
    }

    Optional<Stored> get(ResourceType type, Key key) {
        return Optional.ofNullable(live(type).get(key));
    }

    /** Returns the latest revision of every object of a type. */
    NavigableMap<Key, Stored> live(ResourceType type) {
        return Collections.unmodifiableNavigableMap(collections.getOrDefault(type.qualified(), NOTHING));
    }

    /** Returns every object in a namespace. */
    List<Stored> within(String namespace) {
        return collections.values().stream()
                .flatMap(objects ->
                        objects.subMap(new Key(namespace, ""), new Key(namespace + "\0", "")).values().stream())
                .toList();
    }

    /**
     * Returns the objects of a type whose state was another at an earlier revision: as they were, or empty where they
     * were not.
     *
     * @throws Problem 410 if the revision is no longer kept
     */
    NavigableMap<Key, Optional<Stored>> differences(ResourceType type, long at, String expired) {
        if (at < oldest) {
            throw Problem.expired(expired);
        }
        NavigableMap<Key, Optional<Stored>> differences = new TreeMap<>();
        Iterator<Change> backwards = history.descendingIterator();
        while (backwards.hasNext()) {
            Change change = backwards.next();
            if (change.revision() <= at) {
                break;
            }
            if (change.now().type().qualified().equals(type.qualified())) {
                differences.put(change.now().key(), change.before());
            }
        }
        return differences;
    }

    /** Keeps the next revision of an object, new or not. */
    Stored put(Stored next) {
        Optional<Stored> before = Optional.ofNullable(collections
                .computeIfAbsent(next.type().qualified(), ignored -> new TreeMap<>())
                .put(next.key(), next));
        commit(new Change(before.isPresent() ? Change.Kind.MODIFIED : Change.Kind.ADDED, next, before));
        return next;
    }

    /** Removes an object. */
    void remove(Stored last) {
        NavigableMap<Key, Stored> objects = collections.get(last.type().qualified());
        if (objects != null && objects.remove(last.key()) != null) {
            commit(new Change(Change.Kind.DELETED, last.at(revision + 1), Optional.of(last)));
        }
    }

    private void commit(Change change) {
        revision = change.revision();
        history.addLast(change);
        if (history.size() > window) {
            oldest = history.removeFirst().revision();
        }
        List.copyOf(subscribers).forEach(subscriber -> subscriber.changed(change));
    }

    /**
     * Tells a subscriber of every change after a revision, first of those already made.
     *
     * @throws Problem 410 if the revision is no longer kept
     */
    void subscribe(long after, Subscriber subscriber) {
        if (after < oldest) {
            throw Problem.expired("too old resource version: " + after + " (" + oldest + ")");
        }
        history.stream().filter(change -> change.revision() > after).forEach(subscriber::changed);
        subscribers.add(subscriber);
    }

    void unsubscribe(Subscriber subscriber) {
        subscribers.remove(subscriber);
    }
}
