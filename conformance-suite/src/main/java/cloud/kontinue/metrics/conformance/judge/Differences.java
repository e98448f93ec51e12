package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.Combination;
import cloud.kontinue.metrics.conformance.history.Refresh;
import cloud.kontinue.metrics.conformance.history.Truth;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a refresh differs from the truth that comes nearest to it.
 *
 * @param version the nearest truth
 * @param rows the combinations whose value was true at no instant of the listing; the greatest difference first
 */
record Differences(int version, List<Row> rows) {

    private static final int ENOUGH_ROWS = 3;

    /** One combination: the value shown, and the true one. */
    record Row(Combination combination, double shown, int truth) {

        double excess() {
            return shown - truth;
        }

        @Override
        public String toString() {
            return "%s reads %s instead of %d".formatted(combination, Text.number(shown), truth);
        }
    }

    static Differences of(StatesSeen seen, Refresh refresh) {
        Span listed = seen.listed(refresh);
        Truth truth = seen.truth();
        int first = truth.versionAt(listed.from());
        int last = truth.versionAt(listed.to() + Tolerances.WATCH);
        Map<Combination, Double> suspects = new HashMap<>();
        for (Combination combination : seen.combinations(refresh)) {
            double value = refresh.value(combination);
            if (truth.versions(combination, value).asList().stream()
                    .noneMatch(span -> span.from() <= last && span.to() >= first)) {
                suspects.put(combination, value);
            }
        }
        int nearest = nearest(truth, suspects, first, last);
        List<Row> rows = new ArrayList<>();
        suspects.forEach(
                (combination, value) -> rows.add(new Row(combination, value, truth.count(combination, nearest))));
        rows.sort(
                Comparator.comparingDouble((Row row) -> -Math.abs(row.excess())).thenComparing(Row::combination));
        return new Differences(nearest, rows);
    }

    private static int nearest(Truth truth, Map<Combination, Double> suspects, int first, int last) {
        int nearest = first;
        double least = Double.POSITIVE_INFINITY;
        for (int version = first; version <= last; version++) {
            double distance = 0;
            for (Map.Entry<Combination, Double> suspect : suspects.entrySet()) {
                distance += Math.abs(suspect.getValue() - truth.count(suspect.getKey(), version));
            }
            if (distance < least) {
                least = distance;
                nearest = version;
            }
        }
        return nearest;
    }

    /** Returns the greatest differences as one line. */
    String text() {
        if (rows.isEmpty()) {
            return "each value was true, but not within one listing";
        }
        String greatest = rows.stream().limit(ENOUGH_ROWS).map(Row::toString).collect(Collectors.joining("; "));
        int more = rows.size() - ENOUGH_ROWS;
        return more > 0 ? greatest + "; and " + more + " more" : greatest;
    }
}
