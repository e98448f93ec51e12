package cloud.kontinue.metrics.exporter.testing;

import cloud.kontinue.metrics.exporter.execution.Execution;
import cloud.kontinue.metrics.exporter.metrics.ExecutionMetrics;
import cloud.kontinue.metrics.exporter.metrics.Result;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what a worker tells its metrics. */
public final class Told implements ExecutionMetrics {

    private final List<String> events = new CopyOnWriteArrayList<>();

    public List<String> events() {
        return List.copyOf(events);
    }

    @Override
    public void started(Execution execution) {
        events.add("started " + execution.function());
    }

    @Override
    public void suspended(Execution execution) {
        events.add("suspended " + execution.function());
    }

    @Override
    public void resumed(Execution execution) {
        events.add("resumed " + execution.function());
    }

    @Override
    public void completed(Execution execution, Result result, Duration latency) {
        events.add("completed " + execution.function() + " " + result.label() + " " + latency);
    }

    @Override
    public void lost(Execution execution) {
        events.add("lost " + execution.function());
    }
}
