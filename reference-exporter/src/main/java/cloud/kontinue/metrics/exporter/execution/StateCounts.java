package cloud.kontinue.metrics.exporter.execution;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** How many Executions one listing found in each state; a state that none is in is left out. */
public record StateCounts(Map<StateKey, Long> counts) {

    public StateCounts {
        counts = Map.copyOf(counts);
    }

    /** Returns the counts of no Execution at all. */
    public static StateCounts none() {
        return new StateCounts(Map.of());
    }

    /** Adds up Executions one by one and keeps nothing but the counts; for one thread. */
    public static final class Tally {

        private final Function<Execution, StateKey> key;
        private final Map<StateKey, Long> counts = new HashMap<>();

        /** Counts by {@link StateKey#of}. */
        public Tally() {
            this(StateKey::of);
        }

        /** Counts by another key. */
        public Tally(Function<Execution, StateKey> key) {
            this.key = key;
        }

        public void add(Execution execution) {
            counts.merge(key.apply(execution), 1L, Long::sum);
        }

        public StateCounts counts() {
            return new StateCounts(counts);
        }
    }
}
