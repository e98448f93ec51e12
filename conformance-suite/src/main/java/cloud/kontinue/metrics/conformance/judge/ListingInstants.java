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
 * @param all one for each refresh, in the order in which they were shown
 * @param exact whether they are read off the metronome
 * @param blur by how much a listing's start and end may differ from its reading
 */
record ListingInstants(List<Listed> all, boolean exact, long blur) {

    /**
     * One refresh.
     *
     * @param span the instants at which the listing may have happened
     * @param until when a later listing, which would have shown the same, may have happened at the latest
     */
    record Listed(Refresh refresh, Span span, long until) {}

    static ListingInstants of(StatesSeen seen) {
        return seen.metronome()
                .flatMap(metronome -> read(seen, metronome))
                .map(listings -> new ListingInstants(listings, true, seen.listing()))
                .orElseGet(() -> new ListingInstants(changes(seen), false, seen.window() + Tolerances.PUBLISH));
    }

    /** Returns what the metronome tells; empty where some refresh that shows anything does not show it rightly. */
    private static Optional<List<Listed>> read(StatesSeen seen, Metronome metronome) {
        List<Listed> listings = new ArrayList<>();
        Tearing tearing = new Tearing(seen);
        long last = 0;
        for (int index = 0; index < seen.refreshes().size(); index++) {
            Refresh refresh = seen.refreshes().get(index);
            OptionalLong count = metronome.reading(refresh);
            Optional<Span> when = count.isPresent() ? metronome.when(count.getAsLong()) : Optional.empty();
            long latest = refresh.first().span().to();
            if (when.isPresent() && when.get().from() <= latest) {
                if (count.getAsLong() != last) {
                    Span listed =
                            Span.between(when.get().from(), Math.min(when.get().to(), latest));
                    listings.add(new Listed(refresh, listed, when.get().to()));
                }
                last = count.getAsLong();
            } else if (!refresh.shown().isEmpty() && !tearing.torn(index)) {
                return Optional.empty();
            }
        }
        return listings.isEmpty() ? Optional.empty() : Optional.of(listings);
    }

    private static List<Listed> changes(StatesSeen seen) {
        List<Listed> changes = new ArrayList<>();
        long together = seen.window() + Tolerances.PUBLISH;
        for (Refresh refresh : seen.refreshes()) {
            Span shown =
                    Span.between(refresh.notBefore(), refresh.first().span().to());
            boolean another = changes.isEmpty()
                    || shown.to() - changes.get(changes.size() - 1).span().to() > together;
            if (another) {
                changes.add(new Listed(refresh, shown, Long.MAX_VALUE));
            }
        }
        return changes;
    }
}
