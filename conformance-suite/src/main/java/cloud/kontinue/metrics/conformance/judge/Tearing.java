package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.Combination;
import cloud.kontinue.metrics.conformance.history.Refresh;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a glimpse of a refresh in the making from values that a worker stands by.
 *
 * <p>Values are settled once they were shown for longer than a refresh takes. What comes between two settled ones, for
 * no longer than that, and takes each value from the one or the other or lacks it, is torn: a gauge that is cleared and
 * then set again looks like this. What follows the last settled ones as shortly is not known to be more.
 */
final class Tearing {

    private final StatesSeen seen;
    private final List<Refresh> refreshes;

    Tearing(StatesSeen seen) {
        this.seen = seen;
        this.refreshes = seen.refreshes();
    }

    /** Returns whether the refresh at an index shows values of two refreshes, or only some of one. */
    boolean torn(int index) {
        if (settled(refreshes.get(index))) {
            return false;
        }
        Optional<Refresh> before = before(index);
        Optional<Refresh> after = after(index);
        if (before.isEmpty() && after.isEmpty()) {
            return false;
        }
        long from = before.map(refresh -> refresh.last().span().to())
                .orElse(refreshes.get(0).notBefore());
        long to =
                after.orElse(refreshes.get(refreshes.size() - 1)).first().span().from();
        return to - from <= making() && mixes(refreshes.get(index), before, after);
    }

    private boolean settled(Refresh refresh) {
        return refresh.scrapes().size() > 2 && refresh.shownFor() > making();
    }

    /** How long a refresh may be in the making: the listing, its publication, and a scrape that was slow. */
    private long making() {
        return seen.window() + Tolerances.PUBLISH;
    }

    private Optional<Refresh> before(int index) {
        for (int earlier = index - 1; earlier >= 0; earlier--) {
            if (settled(refreshes.get(earlier))) {
                return Optional.of(refreshes.get(earlier));
            }
        }
        return Optional.empty();
    }

    private Optional<Refresh> after(int index) {
        return refreshes.subList(index + 1, refreshes.size()).stream()
                .filter(this::settled)
                .findFirst();
    }

    private static boolean mixes(Refresh torn, Optional<Refresh> before, Optional<Refresh> after) {
        Set<Combination> combinations = new HashSet<>(torn.shown().keySet());
        return combinations.stream().allMatch(combination -> {
            double value = torn.value(combination);
            return before.map(Refresh::shown).orElse(Map.of()).getOrDefault(combination, 0.0) == value
                    || after.map(refresh -> refresh.value(combination) == value).orElse(true);
        });
    }
}
