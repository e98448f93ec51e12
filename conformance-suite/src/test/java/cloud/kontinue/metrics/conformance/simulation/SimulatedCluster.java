package cloud.kontinue.metrics.conformance.simulation;

import cloud.kontinue.metrics.conformance.recording.ExecutionObserved;
import cloud.kontinue.metrics.conformance.recording.ExecutionObserved.Change;
import cloud.kontinue.metrics.conformance.recording.ExecutionWritten;
import cloud.kontinue.metrics.conformance.recording.ExecutionWritten.Action;
import cloud.kontinue.metrics.conformance.recording.RecordingSink;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** An API server that knows only Executions; its watches tell of changes a little later, in order. */
final class SimulatedCluster {

    private final SimulatedClock clock;
    private final RecordingSink sink;
    private final Map<String, SimulatedExecution> executions = new LinkedHashMap<>();
    private final List<Consumer<SimulatedExecution>> watches = new ArrayList<>();
    private long revision;
    private long lastTold;

    SimulatedCluster(SimulatedClock clock, RecordingSink sink) {
        this.clock = clock;
        this.sink = sink;
    }

    /** Calls a worker's watch for what is there and for every change from now on. */
    void watch(Consumer<SimulatedExecution> watch) {
        watches.add(watch);
        List.copyOf(executions.values()).forEach(execution -> clock.after(0.001, 0.05, () -> watch.accept(execution)));
    }

    /** Returns copies of everything that is stored at this instant. */
    List<SimulatedExecution> list() {
        return executions.values().stream()
                .map(one -> new SimulatedExecution(
                        one.namespace,
                        one.name,
                        one.function,
                        one.group,
                        one.seconds,
                        one.phase,
                        one.owner,
                        one.createdAt))
                .toList();
    }

    /** The harness creates an Execution; negative seconds mean none. */
    void create(
            String namespace, String name, String function, String group, double seconds, String phase, String owner) {
        long sent = clock.now();
        clock.after(0.001, 0.02, () -> {
            SimulatedExecution execution =
                    new SimulatedExecution(namespace, name, function, group, seconds, phase, owner, clock.now());
            executions.put(namespace + "/" + name, execution);
            changed(execution, Change.ADDED);
            clock.after(
                    0.001,
                    0.01,
                    () -> sink.record(new ExecutionWritten(
                            new Span(sent, clock.now()),
                            Action.CREATE,
                            namespace,
                            name,
                            function,
                            group,
                            seconds < 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds),
                            Optional.empty())));
        });
    }

    void delete(String namespace, String name) {
        SimulatedExecution gone = executions.remove(namespace + "/" + name);
        if (gone != null) {
            sink.record(new ExecutionWritten(
                    Span.at(clock.now()),
                    Action.DELETE,
                    namespace,
                    name,
                    gone.function,
                    gone.group,
                    OptionalDouble.empty(),
                    Optional.empty()));
            changed(gone, Change.DELETED);
        }
    }

    /** Writes a status if the phase is still the expected one; tells whether it was. */
    boolean write(SimulatedExecution execution, String expectedPhase, String phase, String owner) {
        if (!execution.phase.equals(expectedPhase)) {
            return false;
        }
        execution.phase = phase;
        execution.owner = owner;
        changed(execution, Change.MODIFIED);
        return true;
    }

    private void changed(SimulatedExecution execution, Change change) {
        String resourceVersion = Long.toString(++revision);
        String phase = execution.phase;
        String owner = execution.owner;
        long told =
                Math.max(lastTold + 1, clock.now() + 500_000 + clock.random().nextInt(20_000_000));
        lastTold = told;
        clock.at(
                told,
                () -> sink.record(new ExecutionObserved(
                        clock.now(),
                        change,
                        execution.namespace,
                        execution.name,
                        execution.namespace + "/" + execution.name,
                        resourceVersion,
                        execution.function,
                        execution.group,
                        phase,
                        owner)));
        if (change != Change.DELETED) {
            watches.forEach(watch -> clock.after(0.001, 0.05, () -> watch.accept(execution)));
        }
    }
}
