package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.ExecutionLife;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import java.util.Optional;

/** When a worker took its first Execution. */
final class Claims {

    private Claims() {}

    /** Returns when an Execution of the worker's group was first seen to be worked on, since its start. */
    static Optional<Long> first(History history, WorkerLife worker) {
        long start = worker.started().span().from();
        return history.executions(worker.group()).stream()
                .flatMap(life -> life.states().stream())
                .filter(state -> state.phase().equals("Executing") || ExecutionLife.TERMINAL.contains(state.phase()))
                .map(ExecutionLife.State::at)
                .filter(at -> at >= start)
                .min(Long::compare);
    }

    /** Returns whether no other worker of the run serves the same group, so that each claim there is this worker's. */
    static boolean areItsOwn(History history, WorkerLife worker) {
        return history.workers().stream()
                .noneMatch(other ->
                        !other.name().equals(worker.name()) && other.group().equals(worker.group()));
    }
}
