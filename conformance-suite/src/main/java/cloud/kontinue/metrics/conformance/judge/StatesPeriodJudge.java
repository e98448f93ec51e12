package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.Tolerances.seconds;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Refresh;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.judge.ListingInstants.Listed;
import cloud.kontinue.metrics.conformance.judge.Verdict.Conforms;
import cloud.kontinue.metrics.conformance.judge.Verdict.NotVerified;
import cloud.kontinue.metrics.conformance.judge.Verdict.Violates;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges the period of the refresh by the instants that the metronome tells of each listing. */
final class StatesPeriodJudge {

    private static final int FEWEST_INTERVALS = 2;

    private final StatesSeen seen;
    private final ListingInstants instants;
    private final List<Double> periods = new ArrayList<>();
    private final List<Evidence> wrong = new ArrayList<>();
    private final List<String> undecided = new ArrayList<>();

    private StatesPeriodJudge(StatesSeen seen) {
        this.seen = seen;
        this.instants = ListingInstants.of(seen);
    }

    /** S4: refreshed every 30 seconds. */
    static Verdict period(History history) {
        return StatesSeen.undisturbed(history)
                .map(seen -> new StatesPeriodJudge(seen).judge())
                .orElseGet(() -> new NotVerified(
                        "no worker whose listings were left alone showed states", Map.of("periodSeconds.count", 0.0)));
    }

    private Verdict judge() {
        judgeFirst();
        List<Listed> listings = instants.all();
        for (int index = 1; index < listings.size(); index++) {
            judgeInterval(listings.get(index - 1), listings.get(index));
        }
        if (!listings.isEmpty()) {
            judgeLast(listings.get(listings.size() - 1));
        }
        return verdict();
    }

    private void judgeFirst() {
        Refresh first = seen.refreshes().get(0);
        long ready = Math.max(
                seen.worker().started().at(),
                Pages.of(seen.worker()).get(0).span().to());
        long due = ready + Tolerances.FIRST_LISTING + seen.listing() + Tolerances.PUBLISH;
        beyond(
                first.notBefore() - due,
                Span.between(ready, first.notBefore()),
                "first shown %s after the worker was ready"
                        .formatted(Text.seconds(first.first().span().to() - ready)),
                first.first());
    }

    private void judgeInterval(Listed one, Listed next) {
        Span between = new Span(
                one.span().from(), Math.max(one.span().from(), next.span().to()));
        double period = seconds(middle(next.span()) - middle(one.span()));
        if (unwatched(one, next)) {
            undecided.add("no scrape was answered for more than %s between %s and %s"
                    .formatted(
                            Text.seconds(Tolerances.UNWATCHED),
                            Text.seconds(between.from()),
                            Text.seconds(between.to())));
            return;
        }
        periods.add(period);
        long tooShort =
                Tolerances.SHORTEST_PERIOD - (next.span().to() - one.span().from() + instants.blur());
        beyond(
                tooShort,
                between,
                "refreshed again after %s".formatted(Text.seconds(period)),
                next.refresh().first());
        if (instants.exact()) {
            long tooLong = next.span().from() - one.until() - 2 * instants.blur() - Tolerances.LONGEST_PERIOD;
            beyond(
                    tooLong,
                    between,
                    "refreshed again only after %s".formatted(Text.seconds(period)),
                    next.refresh().first());
        } else if (Tolerances.nanos(period) > Tolerances.LONGEST_PERIOD + instants.blur()) {
            undecided.add("the metronome cannot be read off the states, and refreshes between %s and %s that"
                            .formatted(Text.seconds(between.from()), Text.seconds(between.to()))
                    + " changed nothing cannot be seen");
        }
    }

    /** The last values must not outlive the time at which the next were due. */
    private void judgeLast(Listed last) {
        List<Scrape> pages = Pages.of(seen.worker());
        Scrape end = pages.get(pages.size() - 1);
        // A worker that leaves Executions out may show a metronome that stands still.
        boolean changedSince = !last.refresh().last().equals(end);
        if (!instants.exact()
                || last.until() == Long.MAX_VALUE
                || changedSince
                || seen.nearly(last.refresh()).isEmpty()) {
            return;
        }
        long overdue = end.span().from() - last.until() - Tolerances.age(seen.listing());
        beyond(
                overdue,
                Span.between(last.span().to(), end.span().to()),
                "not refreshed any more for %s"
                        .formatted(Text.seconds(end.span().from() - last.span().to())),
                end);
    }

    private void beyond(long nanos, Span span, String text, Scrape scrape) {
        if (nanos <= 0) {
            return;
        }
        if (nanos > seen.history().lateness(span)) {
            wrong.add(new Evidence(scrape.taken().at(), seen.worker().name() + " " + text, scrape.where()));
        } else {
            undecided.add("%s, beyond the bound by %s, which is no more than the run's own lateness"
                    .formatted(text, Text.seconds(nanos)));
        }
    }

    private boolean unwatched(Listed one, Listed next) {
        long before = one.refresh().first().span().from();
        for (Scrape page : Pages.of(seen.worker())) {
            long sent = page.span().from();
            if (sent > before && sent <= next.refresh().first().span().from()) {
                if (sent - before > Tolerances.UNWATCHED) {
                    return true;
                }
                before = sent;
            }
        }
        return false;
    }

    private Verdict verdict() {
        Map<String, Double> measures = measures();
        if (!wrong.isEmpty()) {
            String summary = periods.isEmpty()
                    ? ""
                    : "; refreshed every %s (median of %d intervals)".formatted(Text.seconds(median()), periods.size());
            return new Violates(
                    "refreshed every 30 s: from start to start at least 27 s, from end to next start at most 33 s",
                    wrong.get(0).what() + summary,
                    wrong.stream().limit(5).toList(),
                    measures);
        }
        if (!undecided.isEmpty()) {
            return new NotVerified(undecided.get(0), measures);
        }
        if (periods.size() < FEWEST_INTERVALS) {
            return new NotVerified(
                    "intervals between refreshes seen: %d; at least %d are needed"
                            .formatted(periods.size(), FEWEST_INTERVALS),
                    measures);
        }
        return new Conforms(
                "refreshed every %s (median of %d intervals), at worst %s"
                        .formatted(Text.seconds(median()), periods.size(), Text.seconds(worst())),
                measures);
    }

    private Map<String, Double> measures() {
        Map<String, Double> measures = new HashMap<>();
        measures.put("periodSeconds.count", (double) periods.size());
        if (!periods.isEmpty()) {
            measures.put("periodSeconds.median", median());
            measures.put("periodSeconds.worst", worst());
        }
        measures.put("listingSeconds", seconds(seen.listing()));
        return measures;
    }

    private double median() {
        List<Double> sorted = periods.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private double worst() {
        Optional<Double> worst = periods.stream()
                .max(Comparator.comparingDouble(period -> Math.abs(period - seconds(Tolerances.REFRESH))));
        return worst.orElse(0.0);
    }

    private static long middle(Span span) {
        return span.from() + (span.to() - span.from()) / 2;
    }
}
