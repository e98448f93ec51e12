package cloud.kontinue.metrics.exporter.worker;

import cloud.kontinue.metrics.exporter.execution.Execution;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The Executions that wait for a worker, oldest first, each at the version last seen. */
final class Backlog {

    private final Map<String, Execution> waiting = new LinkedHashMap<>();

    synchronized void put(Execution execution) {
        waiting.put(execution.uid(), execution);
    }

    synchronized void remove(Execution execution) {
        waiting.remove(execution.uid());
    }

    synchronized Optional<Execution> take() {
        var first = waiting.values().stream().findFirst();
        first.ifPresent(this::remove);
        return first;
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }
}
