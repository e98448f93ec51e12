package cloud.kontinue.metrics.conformance.history;

import java.util.List;
import java.util.Map;

/**
 * The states that a worker showed, from one change to the next.
 *
 * @param shown the value of each combination; those that read 0 are left out
 * @param scrapes those that showed exactly this, in order; at least one
 * @param notBefore when the scrape before these was sent, which showed something else; for the first when the worker
 *     started
 */
public record Refresh(Map<Combination, Double> shown, List<Scrape> scrapes, long notBefore) {

    public Refresh {
        shown = Map.copyOf(shown);
        scrapes = List.copyOf(scrapes);
    }

    public Scrape first() {
        return scrapes.get(0);
    }

    public Scrape last() {
        return scrapes.get(scrapes.size() - 1);
    }

    /** Returns for how long it was surely shown, in nanoseconds; 0 for a single scrape. */
    public long shownFor() {
        return Math.max(0, last().span().from() - first().span().to());
    }

    /** Returns the value of a combination. */
    public double value(Combination combination) {
        return shown.getOrDefault(combination, 0.0);
    }
}
