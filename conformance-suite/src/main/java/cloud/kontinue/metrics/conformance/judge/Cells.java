package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.Combination;
import cloud.kontinue.metrics.conformance.history.Kind;
import cloud.kontinue.metrics.conformance.history.Refresh;
import cloud.kontinue.metrics.conformance.history.Spans;
import cloud.kontinue.metrics.conformance.history.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A refresh that was true at no instant, sorted by function and namespace.
 *
 * @param all the cells, held against the truth that comes nearest
 * @param version that truth
 */
record Cells(List<Cell> all, int version) {

    private record Place(String function, String namespace) {

        static Place of(Combination combination) {
            return new Place(combination.function(), combination.namespace());
        }
    }

    static Cells of(StatesSeen seen, Refresh refresh) {
        Differences differences = Differences.of(seen, refresh);
        int version = differences.version();
        Map<Combination, Double> wrong = differences.rows().stream()
                .collect(Collectors.toMap(Differences.Row::combination, Differences.Row::shown));
        Map<Place, Map<Kind, Integer>> kinds = new HashMap<>();
        seen.truth()
                .kinds(version)
                .forEach((kind, count) -> kinds.computeIfAbsent(Place.of(kind.combination()), any -> new HashMap<>())
                        .put(kind, count));
        Map<Place, Set<Combination>> combinations = new HashMap<>();
        for (Combination combination : seen.combinations(refresh)) {
            combinations
                    .computeIfAbsent(Place.of(combination), any -> new HashSet<>())
                    .add(combination);
        }
        List<Cell> cells = new ArrayList<>();
        combinations.forEach((place, own) -> {
            Map<Combination, Double> shown = new HashMap<>();
            Map<Combination, Integer> truth = new HashMap<>();
            for (Combination combination : own) {
                int count = seen.truth().count(combination, version);
                double value = wrong.getOrDefault(combination, (double) count);
                truth.put(combination, count);
                shown.put(combination, value);
            }
            truth.values().removeIf(count -> count == 0);
            shown.values().removeIf(value -> value == 0);
            cells.add(
                    new Cell(place.function(), place.namespace(), shown, truth, kinds.getOrDefault(place, Map.of())));
        });
        return new Cells(cells, version);
    }

    /** Returns the cells that show anything else than is true. */
    List<Cell> wrong() {
        return all.stream().filter(cell -> !cell.rows().isEmpty()).toList();
    }

    /** Returns whether a cell shows what was true of it alone, as a whole, at some earlier time since an instant. */
    static boolean outdated(Truth truth, Cell cell, long since, int version) {
        if (cell.shown().isEmpty()) {
            return false;
        }
        Set<Combination> combinations = truth.combinations().stream()
                .filter(combination -> combination.function().equals(cell.function()))
                .filter(combination -> combination.namespace().equals(cell.namespace()))
                .collect(Collectors.toCollection(HashSet::new));
        combinations.addAll(cell.shown().keySet());
        Spans versions = Spans.ALL;
        for (Combination combination : combinations) {
            versions = versions.and(truth.versions(combination, cell.shown().getOrDefault(combination, 0.0)));
        }
        int first = truth.versionAt(since);
        return versions.asList().stream().anyMatch(span -> span.to() >= first && span.from() <= version);
    }
}
