package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.ExecutionLife;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The workers that can only be judged together: one where it is known which Executions it ran, all of a group where it
 * is not.
 *
 * @param workers at least one
 * @param works the Executions that it ran or may have run
 * @param readings what it said, in order
 */
record Party(List<WorkerLife> workers, List<Work> works, List<Reading> readings) {

    /** Returns all parties that served pages, in the order of their first worker's start. */
    static List<Party> of(History history) {
        List<Party> parties = new ArrayList<>();
        Set<String> joined = new TreeSet<>();
        for (WorkerLife worker : Pages.workers(history)) {
            List<WorkerLife> group = history.workers().stream()
                    .filter(other -> other.group().equals(worker.group()))
                    .toList();
            boolean owners = history.head().names().ownerWritten();
            if (group.size() == 1 && !(owners && isUrl(worker))) {
                parties.add(new Party(group, works(history, group, life -> Optional.of(true)), Readings.of(group)));
            } else if (owners) {
                parties.add(byOwner(history, worker, group));
            } else if (joined.add(worker.group())) {
                List<WorkerLife> paged =
                        group.stream().filter(Pages.workers(history)::contains).toList();
                boolean complete = paged.size() == group.size();
                parties.add(new Party(paged, works(history, paged, life -> Optional.of(complete)), Readings.of(paged)));
            }
        }
        return parties;
    }

    private static Party byOwner(History history, WorkerLife worker, List<WorkerLife> group) {
        Optional<String> own = Pages.ownName(worker);
        Set<String> others = group.stream()
                .filter(other -> !other.equals(worker))
                .flatMap(other -> Pages.ownName(other).stream())
                .collect(Collectors.toSet());
        List<WorkerLife> alone = List.of(worker);
        return new Party(
                alone,
                works(history, alone, life -> {
                    Optional<String> owner = life.owner();
                    if (owner.isPresent() && owner.equals(own)) {
                        return Optional.of(true);
                    }
                    boolean possible = owner.isEmpty() || (own.isEmpty() && !others.contains(owner.get()));
                    return possible ? Optional.of(false) : Optional.empty();
                }),
                Readings.of(alone));
    }

    /** Says whether a party surely (true) or possibly (false) ran an Execution, or did not (empty). */
    @FunctionalInterface
    private interface Share {
        Optional<Boolean> of(ExecutionLife life);
    }

    private static List<Work> works(History history, List<WorkerLife> workers, Share share) {
        long start = workers.stream()
                .mapToLong(worker -> worker.started().span().from())
                .min()
                .orElse(0);
        return history.executions(workers.get(0).group()).stream()
                .filter(life -> life.terminal().filter(end -> end.at() < start).isEmpty())
                .flatMap(life -> share.of(life).stream().map(sure -> new Work(life, sure, earliestClaim(life, start))))
                .toList();
    }

    private static long earliestClaim(ExecutionLife life, long start) {
        return life.created()
                .map(created -> Math.max(created.span().from(), start))
                .orElse(start);
    }

    String name() {
        return workers.stream().map(WorkerLife::name).collect(Collectors.joining(" and "));
    }

    String group() {
        return workers.get(0).group();
    }

    List<Work> works(String function) {
        return works.stream().filter(work -> work.function().equals(function)).toList();
    }

    Set<String> functions() {
        return works.stream().map(Work::function).collect(Collectors.toCollection(TreeSet::new));
    }

    List<Work> works(Series series) {
        return works.stream().filter(work -> work.series().equals(series)).toList();
    }

    Map<Series, List<Work>> worksBySeries() {
        return works.stream().collect(Collectors.groupingBy(Work::series));
    }

    Set<Series> series() {
        return works.stream().map(Work::series).collect(Collectors.toSet());
    }

    /** Returns whether those of some Executions that had been created were long over during a span. */
    static boolean quiet(List<Work> works, Span span) {
        return works.stream().filter(work -> work.begun(span)).allMatch(work -> work.settled(span, 0));
    }

    /** A group that was not made for this run may be served by workers that the recording does not know. */
    static boolean isUrl(WorkerLife worker) {
        return worker.started().kind().equals("url");
    }

    /** Returns the reading that counters are counted from: empty where the processes began within the run, at zero. */
    Optional<Reading> baseline() {
        boolean older = workers.stream().anyMatch(Party::isUrl);
        return older ? readings.stream().findFirst() : Optional.empty();
    }
}
