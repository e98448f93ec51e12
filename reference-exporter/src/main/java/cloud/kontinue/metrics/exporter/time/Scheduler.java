package cloud.kontinue.metrics.exporter.time;

import java.time.Duration;

/** The clock and the threads that a worker runs on. */
public interface Scheduler extends AutoCloseable {

    /** Returns nanoseconds of a clock that never goes back; only differences mean something. */
    long nanoTime();

    /** Runs the task once, when the delay has passed; a task that throws is logged and harms no other. */
    void after(Duration delay, Runnable task);

    /** Runs the task soon. */
    default void soon(Runnable task) {
        after(Duration.ZERO, task);
    }

    /** Interrupts what runs and forgets what waits; never throws. */
    @Override
    void close();
}
