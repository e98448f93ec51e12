package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Brings together the pages that several workers served at about one time. */
final class Readings {

    private Readings() {}

    static List<Reading> of(List<WorkerLife> workers) {
        List<Reading> readings =
                Pages.ofFirstProcess(workers.get(0)).stream().map(Reading::of).toList();
        for (WorkerLife other : workers.subList(1, workers.size())) {
            NavigableMap<Long, Scrape> pages = new TreeMap<>();
            Pages.ofFirstProcess(other).forEach(page -> pages.put(page.span().from(), page));
            readings = readings.stream()
                    .flatMap(reading -> joined(reading, pages).stream())
                    .toList();
        }
        return readings;
    }

    private static Optional<Reading> joined(Reading reading, NavigableMap<Long, Scrape> pages) {
        long from = reading.span().from();
        return Stream.of(Optional.ofNullable(pages.floorEntry(from)), Optional.ofNullable(pages.ceilingEntry(from)))
                .flatMap(Optional::stream)
                .map(Map.Entry::getValue)
                .min(Comparator.comparingLong(page -> Math.abs(page.span().from() - from)))
                .filter(page -> Math.abs(page.span().from() - from) <= Tolerances.HANDOVER)
                .map(page -> {
                    List<Scrape> all = new ArrayList<>(reading.pages());
                    all.add(page);
                    return new Reading(hull(reading.span(), page.span()), all);
                });
    }

    private static Span hull(Span one, Span other) {
        return one.hull(other);
    }
}
