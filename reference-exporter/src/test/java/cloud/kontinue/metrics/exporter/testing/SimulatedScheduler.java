package cloud.kontinue.metrics.exporter.testing;

import cloud.kontinue.metrics.exporter.time.Scheduler;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that stands still until it is turned; tasks run in the thread that turns it. */
public final class SimulatedScheduler implements Scheduler {

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::number));
    private long now = 1_000_000_000_000L;
    private long numbers;

    private record Task(long due, long number, Runnable body) {}

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void after(Duration delay, Runnable task) {
        tasks.add(new Task(now + Math.max(0, delay.toNanos()), numbers++, task));
    }

    /** Lets that much time pass, and everything happen that is due in it. */
    public void pass(Duration time) {
        var until = now + time.toNanos();
        for (var next = tasks.peek(); next != null && next.due() <= until; next = tasks.peek()) {
            tasks.remove(next);
            now = Math.max(now, next.due());
            next.body().run();
        }
        now = Math.max(now, until);
    }

    /** Lets everything happen that is due now. */
    public void settle() {
        pass(Duration.ZERO);
    }

    /** Lets time pass while a task is at work. */
    public void workFor(Duration time) {
        now += time.toNanos();
    }

    @Override
    public void close() {
        tasks.clear();
    }
}
