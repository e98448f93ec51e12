package cloud.kontinue.metrics.exporter.worker;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.Execution;
import cloud.kontinue.metrics.exporter.execution.ExecutionFeed;
import cloud.kontinue.metrics.exporter.execution.ExecutionStore;
import cloud.kontinue.metrics.exporter.execution.Phases;
import cloud.kontinue.metrics.exporter.metrics.ExecutionMetrics;
import cloud.kontinue.metrics.exporter.time.Scheduler;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims the pending Executions that it is told of and runs them, many at once.
 *
 * <p>An Execution whose function it does not have stays pending, for a worker that has it. One that runs when the worker
 * ends stays as it is.
 */
public final class Worker implements ExecutionFeed.Listener {

    /** More Executions than this at once wait, so that other workers get their share. */
    static final int MOST_AT_ONCE = 64;

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final String CANCELED = "Canceled";

    private final String name;
    private final Ownership ownership;
    private final Functions functions;
    private final ExecutionMetrics metrics;
    private final Scheduler scheduler;
    private final Backlog backlog = new Backlog();
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final Map<String, Run> runs = new ConcurrentHashMap<>();

    /** Does nothing until it is told of Executions. */
    public Worker(
            String name, ExecutionStore store, Functions functions, ExecutionMetrics metrics, Scheduler scheduler) {
        this.name = name;
        this.functions = functions;
        this.metrics = metrics;
        this.scheduler = scheduler;
        ownership = new Ownership(name, store, scheduler);
    }

    /**
     * Follows the feed until that is closed.
     *
     * @throws ClusterException where the Executions there are cannot be listed
     */
    public void work(ExecutionFeed feed) throws ClusterException, InterruptedException {
        feed.start(this);
    }

    @Override
    public void seen(Execution execution) {
        if (execution.pending()) {
            backlog.put(execution);
            claimNext();
            return;
        }
        backlog.remove(execution);
        var owner = execution.worker();
        if (execution.phase().equals(CANCELED) || (!owner.isEmpty() && !owner.equals(name))) {
            lose(execution);
        }
    }

    @Override
    public void gone(Execution execution) {
        backlog.remove(execution);
        lose(execution);
    }

    private void lose(Execution execution) {
        Optional.ofNullable(runs.get(execution.uid())).ifPresent(Run::lose);
    }

    private void claimNext() {
        while (free.tryAcquire()) {
            var next = backlog.take();
            if (next.isPresent()) {
                scheduler.soon(() -> claim(next.get()));
                continue;
            }
            free.release();
            // Whoever put one in between found no place free and left it to us.
            if (backlog.isEmpty()) {
                return;
            }
        }
    }

    private void claim(Execution execution) {
        var plan = runs.containsKey(execution.uid()) ? Optional.<Plan>empty() : functions.plan(execution);
        if (plan.isEmpty()) {
            LOG.debug(
                    "{} is left alone: this worker runs it already or has no function {}",
                    execution,
                    execution.function());
            free();
            return;
        }
        ownership.move(execution, Phases.EXECUTING, claimed -> run(claimed, plan.get()), this::free);
    }

    private void run(Execution claimed, Plan plan) {
        var run = new Run(claimed, plan, ownership, metrics, scheduler, () -> ended(claimed));
        runs.put(claimed.uid(), run);
        run.start();
    }

    private void ended(Execution execution) {
        runs.remove(execution.uid());
        free();
    }

    private void free() {
        free.release();
        claimNext();
    }
}
