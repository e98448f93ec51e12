package cloud.kontinue.metrics.conformance.history;

import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many there were of each key in every version; only changes are kept. */
final class CountsOverTime<K> {

    private record Step(int version, int count) {}

    private static final List<Step> NEVER = List.of(new Step(0, 0));

    private final Map<K, List<Step>> steps = new HashMap<>();

    /** Changes a count from a version on, which must not lie before the last change. */
    void add(K key, int version, int difference) {
        List<Step> own = steps.computeIfAbsent(key, any -> new ArrayList<>(NEVER));
        Step last = own.get(own.size() - 1);
        Step next = new Step(version, last.count() + difference);
        if (last.version() == version) {
            own.set(own.size() - 1, next);
        } else {
            own.add(next);
        }
    }

    Set<K> keys() {
        return Set.copyOf(steps.keySet());
    }

    int count(K key, int version) {
        return count(steps.getOrDefault(key, NEVER), version);
    }

    private static int count(List<Step> own, int version) {
        int low = 0;
        int high = own.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (own.get(middle).version() <= version) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return own.get(low).count();
    }

    /** Returns the counts in a version, those of 0 left out. */
    Map<K, Integer> in(int version) {
        Map<K, Integer> counts = new HashMap<>();
        steps.forEach((key, own) -> {
            int count = count(own, version);
            if (count != 0) {
                counts.put(key, count);
            }
        });
        return counts;
    }

    /** Returns the versions up to the last one in which a key had this count. */
    Spans versions(K key, double count, int lastVersion) {
        List<Span> versions = new ArrayList<>();
        List<Step> own = steps.getOrDefault(key, NEVER);
        for (int index = 0; index < own.size(); index++) {
            if (own.get(index).count() == count) {
                int last = index + 1 < own.size() ? own.get(index + 1).version() - 1 : lastVersion;
                versions.add(new Span(own.get(index).version(), last));
            }
        }
        return Spans.joined(versions);
    }
}
