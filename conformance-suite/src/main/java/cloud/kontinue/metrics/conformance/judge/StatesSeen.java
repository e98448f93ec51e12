package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.exposition.Sample;
import cloud.kontinue.metrics.conformance.history.Combination;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Kind;
import cloud.kontinue.metrics.conformance.history.Listing;
import cloud.kontinue.metrics.conformance.history.Listings;
import cloud.kontinue.metrics.conformance.history.Metronome;
import cloud.kontinue.metrics.conformance.history.Refresh;
import cloud.kontinue.metrics.conformance.history.Refreshes;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.Spans;
import cloud.kontinue.metrics.conformance.history.Truth;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.Span;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The states that one worker showed, held against the truth.
 *
 * @param namespaces those that are compared: the worker's own, and the other one where the recorder can list it and the
 *     worker shows it
 * @param listings empty where requests cannot be seen
 */
record StatesSeen(
        History history,
        Truth truth,
        Optional<Metronome> metronome,
        WorkerLife worker,
        List<Refresh> refreshes,
        Set<String> namespaces,
        List<Listing> listings) {

    /** What all workers showed, computed once. */
    private record All(List<StatesSeen> seen) {}

    /** Returns what each worker showed, those left out that showed no states. */
    static List<StatesSeen> all(History history) {
        return history.once(All.class, StatesSeen::read).seen();
    }

    private static All read(History history) {
        Truth truth = Truth.of(history.recording());
        Optional<Metronome> metronome = Metronome.of(history);
        return new All(history.workers().stream()
                .map(worker -> of(history, truth, metronome, worker))
                .filter(seen -> !seen.refreshes.isEmpty())
                .toList());
    }

    /** Returns what the worker showed whose listings are never disturbed. */
    static Optional<StatesSeen> undisturbed(History history) {
        return all(history).stream()
                .filter(seen -> seen.worker.denials().isEmpty())
                .min(Comparator.comparing(seen -> !seen.worker.name().equals("W1")));
    }

    private static StatesSeen of(History history, Truth truth, Optional<Metronome> metronome, WorkerLife worker) {
        List<Refresh> refreshes = Refreshes.of(worker, Pages.of(worker), MetricNames.STATES);
        if (!history.head().names().ownerWritten()) {
            refreshes = refreshes.stream().map(StatesSeen::withoutOwners).toList();
        }
        String own = history.head().names().namespace();
        String elsewhere = history.head().names().elsewhere();
        Set<String> namespaces = new HashSet<>(Set.of(own));
        boolean shown = refreshes.stream()
                .flatMap(refresh -> refresh.shown().keySet().stream())
                .anyMatch(combination -> combination.namespace().equals(elsewhere));
        if (shown && history.missing(Prerequisite.ELSEWHERE, worker.name()).isEmpty()) {
            namespaces.add(elsewhere);
        }
        List<Listing> listings = history.head().names().requestsSeen() ? Listings.of(worker) : List.of();
        return new StatesSeen(history, truth, metronome, worker, refreshes, namespaces, listings);
    }

    /** Who owns what is claimed cannot be compared; that nobody owns what is Pending still can. */
    private static Refresh withoutOwners(Refresh refresh) {
        Map<Combination, Double> shown = new HashMap<>();
        refresh.shown().forEach((series, value) -> {
            boolean pending = series.state().equals(Kind.PENDING);
            shown.merge(
                    pending ? series : new Combination(series.function(), series.state(), series.namespace(), ""),
                    value,
                    Double::sum);
        });
        return new Refresh(shown, refresh.scrapes(), refresh.notBefore());
    }

    /** Returns how long a listing lasts: the longest that was seen, else what is granted. */
    long listing() {
        return listings.stream()
                .filter(Listing::complete)
                .mapToLong(Listing::duration)
                .max()
                .orElse(Tolerances.LISTING);
    }

    /** Returns the time within which all values of a refresh must have been true. */
    long window() {
        return Math.max(Tolerances.LISTING, listing());
    }

    /** Returns whether a combination's namespace is compared. */
    boolean compares(Combination combination) {
        return namespaces.contains(combination.namespace());
    }

    /** Returns every combination that a refresh or the truth can differ in. */
    Set<Combination> combinations(Refresh refresh) {
        Set<Combination> all = new HashSet<>();
        refresh.shown().keySet().stream().filter(this::compares).forEach(all::add);
        truth.combinations().stream().filter(this::compares).forEach(all::add);
        return all;
    }

    /** Returns the instants at each of which the whole refresh was true. */
    Spans exactly(Refresh refresh) {
        Spans versions = Spans.joined(List.of(new Span(truth.versionAt(earliest()), truth.lastVersion())));
        for (Combination combination : ordered(refresh)) {
            versions = versions.and(truth.versions(combination, refresh.value(combination)));
            if (versions.isEmpty()) {
                return versions;
            }
        }
        return Spans.joined(versions.asList().stream()
                .map(span -> new Span(truth.since((int) span.from()), truth.until((int) span.to())))
                .toList());
    }

    /** Returns the instants from which on, within the time of one listing, every value of the refresh was true. */
    Spans nearly(Refresh refresh) {
        Spans instants = Spans.joined(List.of(new Span(earliest(), Long.MAX_VALUE)));
        for (Combination combination : ordered(refresh)) {
            instants = instants.and(truth.instants(combination, refresh.value(combination), window()));
            if (instants.isEmpty()) {
                return instants;
            }
        }
        return instants;
    }

    /** A worker lists nothing before it is started. */
    private long earliest() {
        return Math.max(0, worker.started().span().from() - window());
    }

    /** The shown ones come first, because they narrow the search most. */
    private List<Combination> ordered(Refresh refresh) {
        List<Combination> ordered = new ArrayList<>(combinations(refresh));
        ordered.sort(Comparator.comparing(combination -> !refresh.shown().containsKey(combination)));
        return ordered;
    }

    /** Returns the instants at which the listing behind a refresh may have happened. */
    Span listed(Refresh refresh) {
        long latest = refresh.first().span().to();
        Optional<Span> read = metronome.flatMap(beat -> {
            var reading = beat.reading(refresh);
            return reading.isPresent() ? beat.when(reading.getAsLong()) : Optional.empty();
        });
        if (read.isPresent() && read.get().from() <= latest) {
            return Span.between(read.get().from(), Math.min(read.get().to(), latest));
        }
        return Span.between(Math.max(0, refresh.notBefore() - window() - Tolerances.PUBLISH), latest);
    }

    /** Returns where a combination stands in a scrape; the scrape where it does not show it. */
    String where(Scrape scrape, Combination combination) {
        return scrape.exposition().flatMap(exposition -> exposition.family(MetricNames.STATES)).stream()
                .flatMap(family -> family.samples().stream())
                .filter(sample -> shows(sample, combination))
                .map(sample -> scrape.where(sample.line()))
                .findFirst()
                .orElse(scrape.where());
    }

    private static boolean shows(Sample sample, Combination combination) {
        return sample.labels().get(MetricNames.FUNCTION_LABEL).equals(Optional.of(combination.function()))
                && sample.labels().get(MetricNames.STATE_LABEL).equals(Optional.of(combination.state()))
                && sample.labels().get(MetricNames.NAMESPACE_LABEL).equals(Optional.of(combination.namespace()))
                && sample.labels().get(MetricNames.WORKER_LABEL).equals(Optional.of(combination.worker()));
    }
}
