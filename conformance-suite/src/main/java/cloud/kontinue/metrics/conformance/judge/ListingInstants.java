package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.Metronome;
import cloud.kontinue.metrics.conformance.history.Refresh;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When the listings behind a worker's refreshes happened.
 *
 * <p>Read off the metronome where the worker shows it, whatever else it shows wrongly; else off the times at which the
 * values changed, which cannot tell of a refresh that changed nothing.
 *
 * @param readings one for each refresh, in the order in which they were shown
 * @param exact whether they are read off the metronome
 * @param blur by how much a listing's start and end may differ from its reading
 */
record ListingInstants(List<Reading> readings, boolean exact, long blur) {

    /**
     * One refresh.
     *
     * @param listed the instants at which the listing may have happened
     * @param open whether it may have happened later unseen, because nothing has changed since
     */
    record Reading(Refresh refresh, Span listed, boolean open) {}

    static ListingInstants of(StatesSeen seen) {
        Optional<ListingInstants> exact = seen.metronome()
                .map(metronome -> new ListingInstants(readings(seen, metronome), true, seen.listing()))
                .filter(instants -> !instants.readings.isEmpty());
        return exact.orElseGet(
                () -> new ListingInstants(changes(seen), false, seen.window() + Tolerances.PUBLISH));
    }

    private static List<Reading> readings(StatesSeen seen, Metronome metronome) {
        List<Reading> readings = new ArrayList<>();
        long last = 0;
        for (Refresh refresh : seen.refreshes()) {
            OptionalLong count = metronome.reading(refresh);
            Optional<Span> when = count.isPresent() ? metronome.when(count.getAsLong()) : Optional.empty();
            long latest = refresh.first().span().to();
            if (when.isPresent() && when.get().from() <= latest && count.getAsLong() != last) {
                last = count.getAsLong();
                boolean open = when.get().to() == Long.MAX_VALUE;
                Span listed = new Span(when.get().from(), Math.min(when.get().to(), latest));
                readings.add(new Reading(refresh, listed, open));
            }
        }
        return readings;
    }

    private static List<Reading> changes(StatesSeen seen) {
        List<Reading> changes = new ArrayList<>();
        long together = seen.window() + Tolerances.PUBLISH;
        for (Refresh refresh : seen.refreshes()) {
            Span shown = new Span(refresh.notBefore(), refresh.first().span().to());
            boolean another = changes.isEmpty()
                    || shown.to() - changes.get(changes.size() - 1).listed().to() > together;
            if (another) {
                changes.add(new Reading(refresh, shown, true));
            }
        }
        return changes;
    }
}
