package cloud.kontinue.metrics.conformance.history;

import cloud.kontinue.metrics.conformance.exposition.Labels;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** What the labels of one series of states say; a series that is absent reads 0. */
public record Combination(String function, String state, String namespace, String worker)
        implements Comparable<Combination> {

    /** The labels of a series of states, and no other. */
    public static final Set<String> LABELS = Set.of("function", "state", "namespace", "worker");

    private static final Comparator<Combination> ORDER = Comparator.comparing(Combination::namespace)
            .thenComparing(Combination::function)
            .thenComparing(Combination::state)
            .thenComparing(Combination::worker);

    /** Reads labels; empty where they are not exactly the four. */
    static Optional<Combination> of(Labels labels) {
        if (!labels.names().equals(LABELS)) {
            return Optional.empty();
        }
        return Optional.of(new Combination(
                labels.get("function").orElseThrow(),
                labels.get("state").orElseThrow(),
                labels.get("namespace").orElseThrow(),
                labels.get("worker").orElseThrow()));
    }

    @Override
    public int compareTo(Combination other) {
        return ORDER.compare(this, other);
    }

    /** Returns it as the page writes it. */
    @Override
    public String toString() {
        return "{function=\"" + function + "\",state=\"" + state + "\",namespace=\"" + namespace + "\",worker=\""
                + worker + "\"}";
    }
}
