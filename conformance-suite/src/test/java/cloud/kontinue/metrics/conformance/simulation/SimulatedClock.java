package cloud.kontinue.metrics.conformance.simulation;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/** A clock that jumps from one planned action to the next; times are nanoseconds since the run began. */
final class SimulatedClock {

    private record Planned(long at, long order, Runnable action) {}

    private final PriorityQueue<Planned> plan =
            new PriorityQueue<>(Comparator.comparingLong(Planned::at).thenComparingLong(Planned::order));
    private final Random random;
    private long now;
    private long order;

    SimulatedClock(long seed) {
        random = new Random(seed);
    }

    long now() {
        return now;
    }

    Random random() {
        return random;
    }

    /** Plans an action at an instant; one in the past happens next. */
    void at(long nanos, Runnable action) {
        plan.add(new Planned(Math.max(nanos, now), order++, action));
    }

    void at(double seconds, Runnable action) {
        at(nanos(seconds), action);
    }

    void after(double seconds, Runnable action) {
        at(now + nanos(seconds), action);
    }

    /** Plans an action after a delay drawn evenly from a range of seconds. */
    void after(double least, double most, Runnable action) {
        after(least + random.nextDouble() * (most - least), action);
    }

    /** Plays everything that is planned up to an instant. */
    void playUntil(double seconds) {
        long end = nanos(seconds);
        while (!plan.isEmpty() && plan.peek().at() <= end) {
            Planned next = plan.remove();
            now = next.at();
            next.action().run();
        }
        now = end;
    }

    static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}
