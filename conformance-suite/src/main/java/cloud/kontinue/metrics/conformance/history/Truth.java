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
 *
 * <p>Where workers do not write who owns an Execution, all of them count as nobody's.
 */
public final class Truth {

    private final List<Long> since = new ArrayList<>(List.of(0L));
    private final CountsOverTime<Combination> combinations = new CountsOverTime<>();
    private final CountsOverTime<Kind> kinds = new CountsOverTime<>();

    private Truth() {}

    /** Reads all that the watch told, in its order. */
    public static Truth of(Recording recording) {
        boolean ownerWritten = recording.head().names().ownerWritten();
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
                            ownerWritten ? observed.owner() : "",
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
        since.add(at);
        before.ifPresent(kind -> add(kind, -1));
        after.ifPresent(kind -> add(kind, 1));
    }

    private void add(Kind kind, int difference) {
        kinds.add(kind, lastVersion(), difference);
        combinations.add(kind.combination(), lastVersion(), difference);
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
        return combinations.keys();
    }

    /** Returns the versions in which a combination had this count. */
    public Spans versions(Combination combination, double count) {
        return combinations.versions(combination, count, lastVersion());
    }

    /** Returns the instants from which on, within a window of this many nanoseconds, a combination had this count. */
    public Spans instants(Combination combination, double count, long window) {
        return Spans.joined(versions(combination, count).asList().stream()
                .map(versions ->
                        new Span(Math.max(0, since((int) versions.from()) - window), until((int) versions.to())))
                .toList());
    }

    /** Returns the count of a combination in a version. */
    public int count(Combination combination, int version) {
        return combinations.count(combination, version);
    }

    /** Returns how many of each kind there were in a version. */
    public Map<Kind, Integer> kinds(int version) {
        return kinds.in(version);
    }
}
