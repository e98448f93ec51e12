package cloud.kontinue.metrics.exporter.worker;

import cloud.kontinue.metrics.exporter.execution.Execution;
import java.util.Optional;

/** The functions that a worker can run. */
@FunctionalInterface
public interface Functions {

    /** Returns what it takes to run that Execution; empty where this worker has no such function. */
    Optional<Plan> plan(Execution execution);
}
