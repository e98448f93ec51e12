package cloud.kontinue.metrics.conformance.history;

import cloud.kontinue.metrics.conformance.recording.Event;
import cloud.kontinue.metrics.conformance.recording.ExecutionObserved;
import cloud.kontinue.metrics.conformance.recording.ExecutionObserved.Change;
import cloud.kontinue.metrics.conformance.recording.Recording;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many Executions of each combination there were at every instant, as the recorder's watch told.
 *
 * <p>Each change that the watch told of makes a version, counted from 0, where there is nothing. A version is the truth
 * from its own instant until the next one's. For each combination only its own changes are kept, so that asking when it
 * had a count costs no more than it changed.
 */
public final class Truth {

    private record Transition(Optional<Kind> before, Optional<Kind> after) {}

    private record Step(int version, int count) {}

    private final List<Transition> changes = new ArrayList<>();
    private final List<Long> since = new ArrayList<>(List.of(0L));
    private final Map<Combination, List<Step>> steps = new HashMap<>();

    private Truth() {}

    /** Reads all that the watch told, in its order. */
    public static Truth of(Recording recording) {
        Truth truth = new Truth();
        Map<String, Kind> alive = new HashMap<>();
        for (Event event : recording.events()) {
            if (event instanceof ExecutionObserved observed) {
                Optional<Kind> before = Optional.ofNullable(alive.get(observed.uid()));
                Optional<Kind> after = Optional.empty();
                if (observed.change() == Change.DELETED) {
                    alive.remove(observed.uid());
                } else {
                    Kind kind = new Kind(
                            observed.function(),
                            observed.phase(),
                            observed.namespace(),
                            observed.owner(),
                            observed.group());
                    alive.put(observed.uid(), kind);
                    after = Optional.of(kind);
                }
                if (!before.equals(after)) {
                    truth.add(observed.at(), before, after);
                }
            }
        }
        return truth;
    }

    private void add(long at, Optional<Kind> before, Optional<Kind> after) {
        changes.add(new Transition(before, after));
        since.add(at);
        before.ifPresent(kind -> step(kind.combination(), -1));
        after.ifPresent(kind -> step(kind.combination(), 1));
    }

    private void step(Combination combination, int difference) {
        List<Step> own = steps.computeIfAbsent(combination, any -> new ArrayList<>(List.of(new Step(0, 0))));
        Step last = own.get(own.size() - 1);
        Step next = new Step(lastVersion(), last.count() + difference);
        if (last.version() == next.version()) {
            own.set(own.size() - 1, next);
        } else {
            own.add(next);
        }
    }

    public int lastVersion() {
        return since.size() - 1;
    }

    /** Returns when a version became true. */
    public long since(int version) {
        return since.get(version);
    }

    /** Returns until when a version was true; the last one for ever. */
    public long until(int version) {
        return version == lastVersion() ? Long.MAX_VALUE : since.get(version + 1);
    }

    /** Returns the version that was true at an instant; of several that became true at once the last. */
    public int versionAt(long instant) {
        int low = 0;
        int high = lastVersion();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (since(middle) <= instant) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Returns every combination that ever had a count. */
    public Set<Combination> combinations() {
        return Set.copyOf(steps.keySet());
    }

    /** Returns the versions in which a combination had this count. */
    public Spans versions(Combination combination, double count) {
        List<Span> versions = new ArrayList<>();
        List<Step> own = steps.getOrDefault(combination, List.of(new Step(0, 0)));
        for (int index = 0; index < own.size(); index++) {
            if (own.get(index).count() == count) {
                int last = index + 1 < own.size() ? own.get(index + 1).version() - 1 : lastVersion();
                versions.add(new Span(own.get(index).version(), last));
            }
        }
        return Spans.joined(versions);
    }

    /** Returns the instants from which on, within a window of this many nanoseconds, a combination had this count. */
    public Spans instants(Combination combination, double count, long window) {
        return Spans.joined(versions(combination, count).asList().stream()
                .map(versions -> new Span(
                        Math.max(0, since((int) versions.from()) - window), until((int) versions.to())))
                .toList());
    }

    /** Returns the count of a combination in a version. */
    public int count(Combination combination, int version) {
        int count = 0;
        for (Step step : steps.getOrDefault(combination, List.of())) {
            if (step.version() > version) {
                break;
            }
            count = step.count();
        }
        return count;
    }

    /** Returns how many of each kind there were in a version. */
    public Map<Kind, Integer> kinds(int version) {
        Map<Kind, Integer> kinds = new HashMap<>();
        for (Transition change : changes.subList(0, version)) {
            change.before().ifPresent(kind -> kinds.merge(kind, -1, Integer::sum));
            change.after().ifPresent(kind -> kinds.merge(kind, 1, Integer::sum));
        }
        kinds.values().removeIf(count -> count == 0);
        return kinds;
    }
}
