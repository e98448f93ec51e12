package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.Combination;
import cloud.kontinue.metrics.conformance.history.Kind;
import cloud.kontinue.metrics.conformance.history.Refresh;
import cloud.kontinue.metrics.conformance.history.Spans;
import cloud.kontinue.metrics.conformance.history.Truth;
import cloud.kontinue.metrics.conformance.recording.Span;
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
 * @param all the cells, each held against the truth that comes nearest
 * @param version the last truth that the refresh can show
 */
record Cells(List<Cell> all, int version) {

    private record Place(String function, String namespace) {

        static Place of(Combination combination) {
            return new Place(combination.function(), combination.namespace());
        }
    }

    static Cells of(StatesSeen seen, Refresh refresh) {
        Span listed = seen.listed(refresh);
        int first = seen.truth().versionAt(listed.from());
        int last = seen.truth().versionAt(listed.to() + Tolerances.WATCH);
        Map<Place, Set<Combination>> combinations = new HashMap<>();
        for (Combination combination : seen.combinations(refresh)) {
            combinations
                    .computeIfAbsent(Place.of(combination), any -> new HashSet<>())
                    .add(combination);
        }
        List<Cell> cells = new ArrayList<>();
        combinations.forEach((place, own) -> cells.add(nearest(seen.truth(), refresh, place, own, first, last)));
        return new Cells(cells, last);
    }

    /** Holds a cell against that one of several versions which explains it best, and of these the nearest. */
    private static Cell nearest(Truth truth, Refresh refresh, Place place, Set<Combination> own, int first, int last) {
        Map<Combination, Double> shown = new HashMap<>();
        own.stream()
                .filter(combination -> refresh.value(combination) != 0)
                .forEach(combination -> shown.put(combination, refresh.value(combination)));
        int nearest = first;
        double least = Double.POSITIVE_INFINITY;
        Map<Combination, Integer> before = Map.of();
        for (int version = first; version <= last; version++) {
            Map<Combination, Integer> counts = counts(truth, own, version);
            if (version > first && counts.equals(before)) {
                continue;
            }
            before = counts;
            double distance = cell(place, shown, counts, Map.of()).distance();
            if (distance < least) {
                least = distance;
                nearest = version;
            }
        }
        Map<Kind, Integer> kinds = new HashMap<>(truth.kinds(nearest));
        kinds.keySet().removeIf(kind -> !Place.of(kind.combination()).equals(place));
        return cell(place, shown, counts(truth, own, nearest), kinds);
    }

    private static Map<Combination, Integer> counts(Truth truth, Set<Combination> combinations, int version) {
        Map<Combination, Integer> counts = new HashMap<>();
        for (Combination combination : combinations) {
            int count = truth.count(combination, version);
            if (count != 0) {
                counts.put(combination, count);
            }
        }
        return counts;
    }

    private static Cell cell(
            Place place, Map<Combination, Double> shown, Map<Combination, Integer> truth, Map<Kind, Integer> kinds) {
        return new Cell(place.function(), place.namespace(), shown, truth, kinds);
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
        Spans versions = Spans.joined(List.of(new Span(truth.versionAt(since), version)));
        for (Combination combination : combinations) {
            versions = versions.and(truth.versions(combination, cell.shown().getOrDefault(combination, 0.0)));
        }
        return !versions.isEmpty();
    }
}
