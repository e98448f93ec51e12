package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.Listing;
import cloud.kontinue.metrics.conformance.history.Refresh;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.recording.ListingDenied;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.List;
import java.util.Optional;

/**
 * The time in which a worker may not list, and what it tried meanwhile.
 *
 * @param denial from just before the right was taken until just after it was given back
 * @param denied the worker's listings that were denied; empty also where requests cannot be seen
 * @param due when the first refresh after it must be shown
 */
record Outage(Span denial, List<Listing> denied, long due) {

    static Optional<Outage> of(StatesSeen seen) {
        return seen.worker().denials().stream()
                .map(ListingDenied::span)
                .reduce((first, last) -> Span.between(first.from(), last.to()))
                .map(denial -> of(seen, denial));
    }

    private static Outage of(StatesSeen seen, Span denial) {
        List<Listing> denied = seen.listings().stream()
                .filter(Listing::denied)
                .filter(listing ->
                        listing.span().to() >= denial.from() && listing.span().from() <= denial.to())
                .toList();
        long last =
                denied.stream().mapToLong(listing -> listing.span().to()).max().orElse(denial.to());
        return new Outage(denial, denied, last + Tolerances.age(seen.listing()));
    }

    /**
     * Returns whether a scrape may show old values or none: until the next refresh is due, and whatever still shows
     * afterwards what it showed before, because it did not recover.
     */
    boolean excuses(Refresh refresh, Scrape scrape) {
        return scrape.span().to() >= denial.from() && refresh.first().span().from() <= due;
    }

    /** Returns whether nothing can be said of a refresh. */
    boolean excuses(Refresh refresh) {
        return excuses(refresh, refresh.first());
    }
}
