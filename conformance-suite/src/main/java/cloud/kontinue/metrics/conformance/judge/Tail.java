package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.exposition.Sample;
import cloud.kontinue.metrics.conformance.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A reading in a quiet tail: some Executions were long over, and no other of their kind was under way, so that counters
 * must show them exactly.
 *
 * @param works the Executions that the reading shows beyond the baseline
 */
record Tail(Reading reading, Optional<Reading> baseline, List<Work> works) {

    /** Returns the quiet tails of some of a party's Executions; those that show none are left out. */
    static List<Tail> of(Party party, List<Work> works) {
        Optional<Reading> baseline = party.baseline();
        List<Tail> tails = new ArrayList<>();
        if (baseline.isPresent() && !Party.quiet(works, baseline.get().span())) {
            return tails;
        }
        for (Reading reading : party.readings()) {
            List<Work> shown = works.stream()
                    .filter(work -> work.begun(reading.span()))
                    .filter(work ->
                            baseline.filter(base -> work.begun(base.span())).isEmpty())
                    .toList();
            if (!shown.isEmpty() && Party.quiet(shown, reading.span())) {
                tails.add(new Tail(reading, baseline, shown));
            }
        }
        return tails;
    }

    /** Returns what a counter moved since the baseline. */
    <K> double moved(String name, Function<Sample, K> key, K wanted) {
        return value(reading, name, key, wanted)
                - baseline.map(base -> value(base, name, key, wanted)).orElse(0.0);
    }

    /** Returns the counts that are right for those of the Executions that ended in one way. */
    Range count(Function<Work, Boolean> ended) {
        List<Work> counted = works.stream().filter(ended::apply).toList();
        long least = counted.stream()
                .filter(work -> work.sure() && (work.succeeded() || work.failed()))
                .count();
        return new Range(least, counted.size());
    }

    /** Returns whether a value that is too small may be so because this machine was slow. */
    boolean excusable(History history, double value, Range range) {
        long late = Lateness.around(history, reading.span());
        return late > 0
                && value < range.least()
                && works.stream().anyMatch(work -> !work.settled(reading.span(), late));
    }

    private static <K> double value(Reading reading, String name, Function<Sample, K> key, K wanted) {
        Map<K, Double> sums = reading.sums(name, key);
        return sums.getOrDefault(wanted, 0.0);
    }
}
