package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Kind;
import cloud.kontinue.metrics.conformance.history.Refresh;
import cloud.kontinue.metrics.conformance.history.Spans;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one refresh reads the Executions: rightly, or wrongly in ways that can be told.
 *
 * @param index of the refresh among those of its worker
 * @param truth the Executions at an instant at which the whole refresh was true; empty where there is none
 * @param misreadings what explains it otherwise; empty where it is right, or where nothing explains it
 */
record StatesReading(
        StatesSeen seen, int index, Refresh refresh, Optional<Map<Kind, Integer>> truth, List<Misreading> misreadings) {

    /** A worker that is wrong more often than this is wrong in the same way; then some of its refreshes tell. */
    private static final int ENOUGH_WRONG = 16;

    /** All readings, computed once. */
    private record All(List<StatesReading> readings) {}

    /** Returns the readings of all workers; torn values and outages are left out. */
    static List<StatesReading> all(History history) {
        return history.once(All.class, StatesReading::read).readings();
    }

    private static All read(History history) {
        List<StatesReading> readings = new ArrayList<>();
        StatesSeen.all(history).forEach(seen -> read(seen, readings));
        return new All(List.copyOf(readings));
    }

    private static void read(StatesSeen seen, List<StatesReading> readings) {
        Tearing tearing = new Tearing(seen);
        Optional<Outage> outage = Outage.of(seen);
        List<Integer> wrong = new ArrayList<>();
        for (int index = 0; index < seen.refreshes().size(); index++) {
            Refresh refresh = seen.refreshes().get(index);
            Spans nearly = seen.nearly(refresh);
            if (outage.filter(out -> out.excuses(refresh)).isPresent()) {
                continue;
            }
            if (!nearly.isEmpty()) {
                long instant = nearly.latest(refresh.first().span().to()).orElse(0);
                Map<Kind, Integer> kinds = seen.truth().kinds(seen.truth().versionAt(instant));
                readings.add(new StatesReading(seen, index, refresh, Optional.of(kinds), List.of()));
            } else if (!tearing.torn(index)) {
                wrong.add(index);
            }
        }
        int step = Math.max(1, wrong.size() / ENOUGH_WRONG);
        for (int next = 0; next < wrong.size(); next += step) {
            int index = wrong.get(next);
            Refresh refresh = seen.refreshes().get(index);
            readings.add(new StatesReading(seen, index, refresh, Optional.empty(), Misreadings.of(seen, refresh)));
        }
    }
}
