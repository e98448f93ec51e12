package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Listing;
import cloud.kontinue.metrics.conformance.judge.ListingInstants.Listed;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.List;
import java.util.Optional;

/** Judges whether each refresh was taken from a listing. */
final class StatesListingJudge {

    private StatesListingJudge() {}

    /** S11: the update is a listing, each 30 seconds. */
    static Verdict byListing(History history) {
        Optional<String> unseen = history.missing(Prerequisite.REQUESTS, "");
        if (unseen.isPresent() || !history.head().names().requestsSeen()) {
            return Findings.notVerified(unseen.orElse("the cluster does not show the requests of a worker"));
        }
        Findings findings = new Findings("before each change of the states a listing of all Executions (a GET of the"
                + " collection that is not a watch) newer than the newest event that they show");
        StatesSeen.all(history).stream()
                .filter(seen -> seen.worker().denials().isEmpty())
                .forEach(seen -> judge(seen, findings));
        return findings.verdict(
                findings.seen() + " refreshes, each after a listing of its own",
                "no worker was seen to refresh its states a second time, and the first may come from an initial listing");
    }

    private static void judge(StatesSeen seen, Findings findings) {
        List<Listed> refreshes = ListingInstants.of(seen).all();
        for (Listed refresh : refreshes.subList(Math.min(1, refreshes.size()), refreshes.size())) {
            Span span = refresh.span();
            Optional<Listing> newest = seen.listings().stream()
                    .filter(Listing::complete)
                    .filter(listing -> listing.span().from() <= span.to())
                    .reduce((first, last) -> last);
            long slack = seen.history().lateness(span);
            if (newest.isPresent() && newest.get().span().to() >= span.from()) {
                findings.looked();
            } else if (newest.isPresent() && newest.get().span().to() + slack >= span.from()) {
                findings.doubt("a listing ended before the newest event shown, by less than the run's own lateness");
            } else {
                String newestText = newest.map(
                                listing -> "its newest listing had ended %s before the newest event shown"
                                        .formatted(Text.seconds(
                                                span.from() - listing.span().to())))
                        .orElse("it had listed nothing");
                findings.violation(
                        refresh.refresh().first(),
                        "the states of %s changed at %s, but %s"
                                .formatted(
                                        seen.worker().name(),
                                        Text.seconds(
                                                refresh.refresh().first().span().to()),
                                        newestText));
            }
        }
    }
}
