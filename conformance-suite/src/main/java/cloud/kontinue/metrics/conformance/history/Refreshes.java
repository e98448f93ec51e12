package cloud.kontinue.metrics.conformance.history;

import cloud.kontinue.metrics.conformance.exposition.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads each change of the states that a worker shows off its scrapes. */
public final class Refreshes {

    private Refreshes() {}

    /**
     * Returns the changes in order, beginning with the first that is not empty.
     *
     * @param pages the scrapes to read, in order
     * @param family the name of the family that shows the states
     */
    public static List<Refresh> of(WorkerLife worker, List<Scrape> pages, String family) {
        List<Refresh> refreshes = new ArrayList<>();
        List<Scrape> same = new ArrayList<>();
        Map<Combination, Double> shown = Map.of();
        long notBefore = worker.started().span().from();
        for (Scrape scrape : pages) {
            Map<Combination, Double> now = shown(scrape, family);
            if (!now.equals(shown)) {
                if (!same.isEmpty()) {
                    refreshes.add(new Refresh(shown, same, notBefore));
                    notBefore = same.get(same.size() - 1).span().from();
                    same.clear();
                }
                shown = now;
            }
            if (refreshes.isEmpty() && now.isEmpty()) {
                notBefore = scrape.span().from();
            } else {
                same.add(scrape);
            }
        }
        if (!same.isEmpty()) {
            refreshes.add(new Refresh(shown, same, notBefore));
        }
        return refreshes;
    }

    private static Map<Combination, Double> shown(Scrape scrape, String family) {
        Map<Combination, Double> shown = new HashMap<>();
        scrape.exposition().flatMap(exposition -> exposition.family(family)).ifPresent(states -> {
            for (Sample sample : states.samples()) {
                if (sample.value() != 0) {
                    Combination.of(sample.labels()).ifPresent(combination -> shown.put(combination, sample.value()));
                }
            }
        });
        return shown;
    }
}
