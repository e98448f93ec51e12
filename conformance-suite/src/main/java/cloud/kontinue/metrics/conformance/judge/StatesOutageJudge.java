package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Refresh;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.judge.ListingInstants.Listed;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.List;
import java.util.Optional;

/** Judges what a worker does whose listings are denied for a while. */
final class StatesOutageJudge {

    private static final String NOT_TRIED = "no worker's right to list was taken away";

    private StatesOutageJudge() {}

    /** S12: after a failed listing the next one recovers. */
    static Verdict recovers(History history) {
        Findings findings = new Findings("the states refreshed again by the next listing after the denial");
        for (WorkerLife worker : disturbed(history)) {
            Span denial = worker.denials().get(0).span();
            if (worker.endedByItself() && worker.stopped().orElseThrow().span().to() >= denial.from()) {
                findings.violation(
                        worker.stopped().orElseThrow().at(),
                        "%s ended by itself %s after its right to list was taken away"
                                .formatted(
                                        worker.name(),
                                        Text.seconds(
                                                worker.stopped().orElseThrow().at() - denial.from())),
                        Where.of(history, worker.stopped().orElseThrow()));
                continue;
            }
            seen(history, worker)
                    .ifPresentOrElse(
                            seen -> recovers(seen, findings),
                            () -> findings.doubt(worker.name() + " showed no states"));
        }
        return findings.verdict("refreshed again after the denial", notTried(history));
    }

    private static void recovers(StatesSeen seen, Findings findings) {
        Outage outage = Outage.of(seen).orElseThrow();
        Optional<String> untouched = untouched(seen, outage);
        if (untouched.isPresent()) {
            findings.doubt(untouched.get());
            return;
        }
        Scrape end = seen.refreshes().get(seen.refreshes().size() - 1).last();
        Optional<Listed> recovery = recovery(seen, outage);
        long shown = recovery.map(listed -> listed.refresh().first().span().from())
                .orElse(end.span().from());
        findings.measure(
                "recoverySeconds",
                Tolerances.seconds(Math.max(0, shown - outage.denial().to())));
        long late = shown - outage.due();
        long lateness = seen.history()
                .lateness(Span.between(outage.denial().from(), end.span().to()));
        if (late > lateness) {
            findings.violation(
                    end,
                    "%s still had not refreshed its states %s after it could list again"
                            .formatted(
                                    seen.worker().name(),
                                    Text.seconds(shown - outage.denial().to())));
        } else if (late > 0 || recovery.isEmpty()) {
            findings.doubt(seen.worker().name()
                    + (late > 0
                            ? " recovered late, by no more than the run's own lateness"
                            : " was not watched until its next refresh was due"));
        } else {
            findings.looked();
        }
    }

    /** S13: meanwhile the last good values stay. */
    static Verdict keepsValues(History history) {
        Findings findings = new Findings("the values of the last good listing in every scrape until the next one");
        for (WorkerLife worker : disturbed(history)) {
            seen(history, worker).ifPresent(seen -> keepsValues(seen, findings));
        }
        return findings.verdict("kept in " + findings.seen() + " scrapes after the denied listing", notTried(history));
    }

    private static void keepsValues(StatesSeen seen, Findings findings) {
        Outage outage = Outage.of(seen).orElseThrow();
        Optional<String> untouched = untouched(seen, outage);
        if (untouched.isPresent()) {
            findings.doubt(untouched.get());
            return;
        }
        long from = outage.denied().isEmpty()
                ? outage.denial().from()
                : outage.denied().get(0).span().to();
        long to = Math.min(
                outage.denial().to(),
                recovery(seen, outage)
                        .map(listed -> listed.refresh().first().span().from())
                        .orElse(Long.MAX_VALUE));
        Optional<Refresh> good = seen.refreshes().stream()
                .filter(refresh -> refresh.first().span().to() <= from)
                .reduce((first, last) -> last);
        if (good.isEmpty()) {
            findings.doubt(seen.worker().name() + " had not refreshed its states before its listing was denied");
            return;
        }
        for (Refresh refresh : seen.refreshes()) {
            for (Scrape scrape : refresh.scrapes()) {
                if (scrape.span().from() > from && scrape.span().to() < to) {
                    if (refresh.shown().equals(good.get().shown())) {
                        findings.looked();
                    } else {
                        findings.violation(
                                scrape,
                                "%s showed %d series of states after its denied listing, and other values than the %d before"
                                        .formatted(
                                                seen.worker().name(),
                                                refresh.shown().size(),
                                                good.get().shown().size()));
                    }
                }
            }
        }
    }

    /** Returns why the denial may never have met a listing. */
    private static Optional<String> untouched(StatesSeen seen, Outage outage) {
        if (!outage.denied().isEmpty()) {
            return Optional.empty();
        }
        boolean refreshedMeanwhile = ListingInstants.of(seen).all().stream()
                .anyMatch(listed -> listed.span().from() > outage.denial().from()
                        && listed.span().to() < outage.denial().to());
        boolean dueMeanwhile =
                outage.denial().to() - outage.denial().from() > Tolerances.age(seen.listing()) && !refreshedMeanwhile;
        return dueMeanwhile
                ? Optional.empty()
                : Optional.of("no listing of " + seen.worker().name()
                        + " was seen to be denied: it did not list while it had no right to");
    }

    /** Returns the first refresh from a listing that was surely not before the last denied one. */
    private static Optional<Listed> recovery(StatesSeen seen, Outage outage) {
        long after = outage.denied().stream()
                .mapToLong(listing -> listing.span().from())
                .max()
                .orElse(outage.denial().from());
        return ListingInstants.of(seen).all().stream()
                .filter(listed -> listed.span().to() > after
                        && listed.refresh().first().span().from() > after)
                .findFirst();
    }

    private static List<WorkerLife> disturbed(History history) {
        return history.workers().stream()
                .filter(worker -> !worker.denials().isEmpty())
                .toList();
    }

    private static Optional<StatesSeen> seen(History history, WorkerLife worker) {
        return StatesSeen.all(history).stream()
                .filter(seen -> seen.worker().name().equals(worker.name()))
                .findFirst();
    }

    private static String notTried(History history) {
        return history.missing(Prerequisite.LIST_FAULT, "W2").orElse(NOT_TRIED);
    }
}
