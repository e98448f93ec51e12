package cloud.kontinue.metrics.exporter.metrics;

import cloud.kontinue.metrics.exporter.execution.Execution;
import java.time.Duration;

/**
 * What a worker tells of each Execution that it runs; any thread may tell.
 *
 * <p>An Execution is started, may be suspended and resumed any number of times, and is then either completed or lost.
 */
public interface ExecutionMetrics {

    /** The worker has claimed the Execution and runs it from now on. */
    void started(Execution execution);

    /** The Execution is parked and not running. */
    void suspended(Execution execution);

    /** The Execution runs again. */
    void resumed(Execution execution);

    /**
     * The Execution, which was running, has ended.
     *
     * @param latency from the claim to the end, suspensions included, never negative
     */
    void completed(Execution execution, Result result, Duration latency);

    /** The Execution, which was running, is no longer this worker's: canceled, deleted or taken over. */
    void lost(Execution execution);
}
