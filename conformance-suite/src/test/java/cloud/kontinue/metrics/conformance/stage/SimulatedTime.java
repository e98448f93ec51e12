package cloud.kontinue.metrics.conformance.stage;

import java.util.ArrayList;
import java.util.List;

/** A time that passes only when somebody waits, and things that happen in it. */
final class SimulatedTime implements Timeline.Time {

    private record Planned(long at, Runnable what) {}

    private final List<Planned> planned = new ArrayList<>();
    private long now;

    /** Lets something happen at a second. */
    void plan(double second, Runnable what) {
        planned.add(new Planned(RunClock.nanos(second), what));
    }

    double seconds() {
        return RunClock.seconds(now);
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public void pass(long nanos) {
        now += nanos;
        List<Planned> due = planned.stream().filter(one -> one.at() <= now).toList();
        planned.removeAll(due);
        due.forEach(one -> one.what().run());
    }
}
