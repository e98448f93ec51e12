package cloud.kontinue.metrics.conformance.history;

import cloud.kontinue.metrics.conformance.recording.ExecutionWritten;
import cloud.kontinue.metrics.conformance.recording.RunStarted.Names;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The function whose Executions the run creates in an even beat, so that every listing has a count of its own.
 *
 * <p>It is the function of the group that no worker serves whose creations stretch over the longest time.
 */
public final class Metronome {

    /** Fewer creations than this are no beat. */
    private static final int FEWEST = 10;

    private record Beat(long notBefore, long seen) {}

    private final String function;
    private final String namespace;
    private final List<Beat> beats;
    /** From when on counts can be read no longer, because one was deleted. */
    private final long end;

    private Metronome(String function, String namespace, List<Beat> beats, long end) {
        this.function = function;
        this.namespace = namespace;
        this.beats = beats;
        this.end = end;
    }

    /** Finds the metronome; empty where nothing was created evenly. */
    public static Optional<Metronome> of(History history) {
        Names names = history.head().names();
        Map<String, List<ExecutionLife>> created = history.executions(names.nobody()).stream()
                .filter(execution -> execution.created().isPresent())
                .filter(execution -> execution.namespace().equals(names.namespace()))
                .collect(Collectors.groupingBy(ExecutionLife::function));
        return created.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= FEWEST)
                .max(Comparator.comparingLong(
                                (Map.Entry<String, List<ExecutionLife>> entry) -> stretch(entry.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> of(history, entry.getKey(), names.namespace()));
    }

    private static Metronome of(History history, String function, String namespace) {
        List<ExecutionLife> lives = history.executions().stream()
                .filter(execution -> execution.function().equals(function))
                .filter(execution -> execution.namespace().equals(namespace))
                .toList();
        List<Beat> beats = new ArrayList<>();
        for (ExecutionLife life : lives) {
            long seen = life.states().get(0).at();
            beats.add(new Beat(
                    life.created().map(created -> created.span().from()).orElse(seen), seen));
        }
        beats.sort(Comparator.comparingLong(Beat::seen));
        long end = lives.stream()
                .flatMapToLong(life -> life.deleted().stream())
                .min()
                .orElse(Long.MAX_VALUE);
        return new Metronome(function, namespace, beats, end);
    }

    private static long stretch(List<ExecutionLife> lives) {
        List<Long> times = lives.stream()
                .flatMap(life -> life.created().stream())
                .map(ExecutionWritten::at)
                .sorted()
                .toList();
        return times.get(times.size() - 1) - times.get(0);
    }

    public String function() {
        return function;
    }

    /** Returns the count that a refresh shows, under whatever state and worker; empty where it shows none. */
    public OptionalLong reading(Refresh refresh) {
        double sum = refresh.shown().entrySet().stream()
                .filter(entry -> entry.getKey().function().equals(function))
                .filter(entry -> entry.getKey().namespace().equals(namespace))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return sum > 0 && sum == Math.rint(sum) ? OptionalLong.of((long) sum) : OptionalLong.empty();
    }

    /** Returns the instants at which there were that many; empty where there never were, or nobody can tell. */
    public Optional<Span> when(long count) {
        if (count < 1 || count > beats.size()) {
            return Optional.empty();
        }
        long from = beats.get((int) count - 1).notBefore();
        long to = Math.min(
                end,
                count == beats.size() ? Long.MAX_VALUE : beats.get((int) count).seen());
        return from <= to ? Optional.of(new Span(from, to)) : Optional.empty();
    }
}
