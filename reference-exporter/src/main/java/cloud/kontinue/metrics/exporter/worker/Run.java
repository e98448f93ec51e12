package cloud.kontinue.metrics.exporter.worker;

import cloud.kontinue.metrics.exporter.execution.Execution;
import cloud.kontinue.metrics.exporter.execution.Phases;
import cloud.kontinue.metrics.exporter.metrics.ExecutionMetrics;
import cloud.kontinue.metrics.exporter.metrics.Result;
import cloud.kontinue.metrics.exporter.time.Scheduler;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * One claimed Execution on its way through its plan.
 *
 * <p>Metrics follow what is stored: each moves as soon as the phase it belongs to was written, so that nothing is counted
 * that the cluster does not know. The latency ends with the function, not with the write.
 */
final class Run {

    private final Ownership ownership;
    private final ExecutionMetrics metrics;
    private final Scheduler scheduler;
    private final Result result;
    private final Iterator<Step> steps;
    private final Runnable ended;
    private final long startedAt;
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private volatile Execution execution;

    Run(
            Execution claimed,
            Plan plan,
            Ownership ownership,
            ExecutionMetrics metrics,
            Scheduler scheduler,
            Runnable ended) {
        execution = claimed;
        result = plan.result();
        steps = plan.steps().iterator();
        this.ownership = ownership;
        this.metrics = metrics;
        this.scheduler = scheduler;
        this.ended = ended;
        startedAt = scheduler.nanoTime();
    }

    private enum State {
        RUNNING,
        SUSPENDED,
        OVER
    }

    /** Takes the first step; call once. */
    void start() {
        metrics.started(execution);
        next();
    }

    /** Ends it without a result: it is no longer this worker's. Harmless where it has already ended. */
    void lose() {
        var before = state.getAndSet(State.OVER);
        if (before == State.RUNNING) {
            metrics.lost(execution);
        }
        if (before != State.OVER) {
            ended.run();
        }
    }

    private void next() {
        if (!steps.hasNext()) {
            finish();
            return;
        }
        var step = steps.next();
        if (step instanceof Step.Work) {
            scheduler.after(step.time(), this::next);
        } else {
            move(Phases.SUSPENDED, stored -> suspended(step.time()));
        }
    }

    private void suspended(Duration time) {
        if (state.compareAndSet(State.RUNNING, State.SUSPENDED)) {
            metrics.suspended(execution);
            scheduler.after(time, () -> move(Phases.EXECUTING, stored -> resumed()));
        }
    }

    private void resumed() {
        if (state.compareAndSet(State.SUSPENDED, State.RUNNING)) {
            metrics.resumed(execution);
            next();
        }
    }

    private void finish() {
        var latency = Duration.ofNanos(scheduler.nanoTime() - startedAt);
        move(result == Result.SUCCESS ? Phases.COMPLETED : Phases.FAILED, stored -> finished(latency));
    }

    private void finished(Duration latency) {
        if (state.compareAndSet(State.RUNNING, State.OVER)) {
            metrics.completed(execution, result, latency);
            ended.run();
        }
    }

    private void move(String phase, Consumer<Execution> then) {
        if (state.get() == State.OVER) {
            return;
        }
        ownership.move(
                execution,
                phase,
                stored -> {
                    execution = stored;
                    then.accept(stored);
                },
                this::lose);
    }
}
