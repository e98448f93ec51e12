package cloud.kontinue.metrics.exporter.worker;

import java.time.Duration;

/** A part of what a function does; both take no thread. */
public sealed interface Step {

    /** How long it takes, never negative. */
    Duration time();

    /** The Execution goes on, and is Executing. */
    record Work(Duration time) implements Step {}

    /** The Execution is parked, and Suspended. */
    record Suspend(Duration time) implements Step {}
}
