package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.Combination;
import cloud.kontinue.metrics.conformance.history.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All series of one function in one namespace: what a refresh shows of them, and what was true.
 *
 * @param shown the value of each combination that does not read 0
 * @param truth the count of each combination
 * @param kinds the Executions behind the truth
 */
record Cell(
        String function,
        String namespace,
        Map<Combination, Double> shown,
        Map<Combination, Integer> truth,
        Map<Kind, Integer> kinds) {

    Cell {
        shown = Map.copyOf(shown);
        truth = Map.copyOf(truth);
        kinds = Map.copyOf(kinds);
    }

    double shownSum() {
        return shown.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    int truthSum() {
        return truth.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns how many have no phase yet. */
    int withoutPhase() {
        return kinds.entrySet().stream()
                .filter(entry -> entry.getKey().phase().isEmpty())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Returns the combinations that read something else than is true. */
    List<Differences.Row> rows() {
        Set<Combination> all = new HashSet<>(shown.keySet());
        all.addAll(truth.keySet());
        return all.stream()
                .map(combination -> new Differences.Row(
                        combination, shown.getOrDefault(combination, 0.0), truth.getOrDefault(combination, 0)))
                .filter(row -> row.excess() != 0)
                .sorted((one, other) -> one.combination().compareTo(other.combination()))
                .toList();
    }

    /** Returns by how much each state reads too much, over all workers; those that read right are left out. */
    Map<String, Double> excessByState() {
        Map<String, Double> excess = new HashMap<>();
        rows().forEach(row -> excess.merge(row.combination().state(), row.excess(), Double::sum));
        excess.values().removeIf(value -> value == 0);
        return excess;
    }

    /**
     * Returns how far it is from the truth: least where all is right, then where only workers differ, then where only
     * states and workers differ, and else by how much.
     */
    double distance() {
        List<Differences.Row> rows = rows();
        if (rows.isEmpty()) {
            return 0;
        }
        double amount = rows.stream().mapToDouble(row -> Math.abs(row.excess())).sum();
        double within = amount / (1 + amount);
        if (excessByState().isEmpty()) {
            return 1 + within;
        }
        return shownSum() == truthSum() ? 2 + within : 3 + amount;
    }
}
