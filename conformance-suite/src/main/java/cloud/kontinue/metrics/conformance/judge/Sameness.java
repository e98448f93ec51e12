package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.exposition.Labels;
import cloud.kontinue.metrics.conformance.exposition.Sample;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import cloud.kontinue.metrics.conformance.recording.Span;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares pages between which nothing happened: they must say the same. */
final class Sameness {

    private static final String TOTAL = MetricNames.COMPLETED + "_total";
    private static final List<Purpose> VARIANTS = List.of(Purpose.TEXT, Purpose.GZIP, Purpose.OPENMETRICS);
    private static final List<String> OWN_METRICS = Stream.concat(
                    Stream.of(MetricNames.RUNNING, MetricNames.COMPLETED), Samples.LATENCY_PARTS.stream())
            .toList();

    /** The share of pairs of pages that must differ for scraping to be the cause. */
    private static final double OFTEN = 1 / 3.0;

    private record Key(String name, Labels labels) {}

    private Sameness() {}

    /** E5. */
    static Verdict scrapingChangesNothing(History history) {
        Findings findings = new Findings("the same values in scrape after scrape while nothing happens");
        for (WorkerLife worker : Pages.workers(history)) {
            List<Scrape> pages = Stream.concat(
                            Pages.of(worker).stream(),
                            worker.scrapes(Purpose.BURST).stream()
                                    .filter(page -> page.exposition().isPresent()))
                    .sorted(Comparator.comparingInt(Scrape::event))
                    .toList();
            judgePairs(history, worker, pages, findings);
        }
        return findings.verdict(
                findings.seen() + " pairs of pages, each alike", "no two pages were taken while nothing happened");
    }

    /** What changes now and then is late or lost, another requirement's matter; what scraping changes, it changes often. */
    private static void judgePairs(History history, WorkerLife worker, List<Scrape> pages, Findings findings) {
        int pairs = 0;
        Map<Scrape, String> changes = new LinkedHashMap<>();
        for (int index = 1; index < pages.size(); index++) {
            Scrape earlier = pages.get(index - 1);
            Scrape later = pages.get(index);
            if (quiet(history, worker, hull(earlier, later)) && !Pages.restarted(earlier, later)) {
                pairs++;
                findings.looked();
                difference(data(earlier), data(later)).ifPresent(what -> changes.put(later, what));
            }
        }
        if (changes.size() >= pairs * OFTEN) {
            changes.forEach((page, what) ->
                    findings.violation(page, what + " on " + worker.name() + ", though nothing happened between"));
        }
    }

    /** E7. */
    static Verdict everyFormatSaysTheSame(History history) {
        Findings findings = new Findings("the same data as text, packed with gzip, and as OpenMetrics");
        for (WorkerLife worker : Pages.workers(history)) {
            for (Purpose variant : VARIANTS) {
                for (Scrape scrape : worker.scrapes(variant)) {
                    compareWithNeighbours(history, worker, scrape, variant, findings);
                }
            }
        }
        return findings.verdict(
                findings.seen() + " answers, all with the same data",
                "no answer in another format was taken while nothing happened");
    }

    private static void compareWithNeighbours(
            History history, WorkerLife worker, Scrape scrape, Purpose variant, Findings findings) {
        Optional<Scrape> before = Pages.of(worker).stream()
                .filter(page -> page.event() < scrape.event())
                .reduce((first, last) -> last);
        if (before.isEmpty() || scrape.answered().isEmpty() || !quiet(history, worker, hull(before.get(), scrape))) {
            return;
        }
        Answered answer = scrape.answered().get();
        if (answer.status() != 200) {
            findings.violation(
                    scrape, worker.name() + " answers status " + answer.status() + " when asked for " + variant);
        } else if (scrape.exposition().isPresent()) {
            findings.looked();
            difference(data(before.get()), data(scrape))
                    .ifPresent(what -> findings.violation(scrape, what + " as " + variant + " on " + worker.name()));
        }
    }

    /** Returns whether all Executions that concern a worker were long over, or not yet there, all through a span. */
    private static boolean quiet(History history, WorkerLife worker, Span span) {
        long late = Lateness.around(history, span);
        return history.executions(worker.group()).stream()
                .map(life -> new Work(life, false, 0))
                .filter(work -> work.begun(span))
                .allMatch(work -> work.settled(span, late));
    }

    private static Span hull(Scrape earlier, Scrape later) {
        return earlier.span().hull(later.span());
    }

    /** Returns what a page says of everything but the states, which a refresh may change at any time. */
    private static Map<Key, Double> data(Scrape page) {
        Map<Key, Double> data = new LinkedHashMap<>();
        OWN_METRICS.forEach(
                name -> Samples.of(page, name).forEach(sample -> data.put(key(name, sample), sample.value())));
        // OpenMetrics has a counter's samples end in _total.
        Samples.of(page, TOTAL).forEach(sample -> data.put(key(MetricNames.COMPLETED, sample), sample.value()));
        return data;
    }

    private static Key key(String name, Sample sample) {
        Labels labels = sample.labels();
        if (!name.equals(MetricNames.LATENCY_BUCKET)) {
            return new Key(name, labels);
        }
        String bound = Text.number(Buckets.bound(sample).orElse(Double.NaN));
        return new Key(name + " of " + bound, labels.without(MetricNames.BUCKET_LABEL));
    }

    private static Optional<String> difference(Map<Key, Double> one, Map<Key, Double> other) {
        Optional<String> changed = one.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(other.get(entry.getKey())))
                .map(entry -> entry.getKey().name() + entry.getKey().labels() + " is " + Text.number(entry.getValue())
                        + " in one and "
                        + Optional.ofNullable(other.get(entry.getKey()))
                                .map(Text::number)
                                .orElse("absent") + " in the next")
                .findFirst();
        return changed.or(() -> other.keySet().stream()
                .filter(key -> !one.containsKey(key))
                .map(key -> key.name() + key.labels() + " is absent in one and there in the next")
                .findFirst());
    }
}
