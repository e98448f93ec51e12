package cloud.kontinue.metrics.exporter.time;

import java.time.Duration;

/**
 * Runs a task at once and then every period, counted from start to start.
 *
 * <p>The instants are multiples of the period from the first start, so that lateness never adds up. A task that
 * overruns skips the instants it missed: it is never run twice in a row to catch up.
 */
public final class FixedRate {

    private final Scheduler scheduler;
    private final Duration period;
    private final Runnable task;

    public FixedRate(Scheduler scheduler, Duration period, Runnable task) {
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("Invalid period '" + period + "': must be positive");
        }
        this.scheduler = scheduler;
        this.period = period;
        this.task = task;
    }

    /** Starts it; call once. It ends when the scheduler is closed. */
    public void start() {
        scheduler.soon(() -> run(scheduler.nanoTime()));
    }

    private void run(long due) {
        try {
            task.run();
        } finally {
            var missed = (scheduler.nanoTime() - due) / period.toNanos();
            var next = due + (missed + 1) * period.toNanos();
            scheduler.after(Duration.ofNanos(next - scheduler.nanoTime()), () -> run(next));
        }
    }
}
