package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.Comparator;

/** Where an object stands among those of its type; the namespace is empty for cluster-wide types. */
record Key(String namespace, String name) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::namespace).thenComparing(Key::name);

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }
}
