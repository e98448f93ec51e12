package cloud.kontinue.metrics.exporter.demo;

import cloud.kontinue.metrics.exporter.execution.Execution;
import cloud.kontinue.metrics.exporter.execution.Phases;
import cloud.kontinue.metrics.exporter.time.FixedRate;
import cloud.kontinue.metrics.exporter.time.Scheduler;
import cloud.kontinue.metrics.exporter.worker.Functions;
import cloud.kontinue.metrics.exporter.worker.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Keeps Executions coming into a made-up cluster: a small shop's, eight a second. */
public final class DemoTraffic implements Functions {

    private static final Duration BETWEEN = Duration.ofMillis(125);

    /** Finished and parked Executions of an earlier day, so that the first listing finds every state. */
    private static final int HISTORY = 240;

    private static final List<DemoFunction> FUNCTIONS = List.of(
            new DemoFunction("process-order", "shop", 30, 0.05, 3, 0.02, 0),
            new DemoFunction("process-payment", "shop", 24, 0.1, 2, 0.05, 0),
            new DemoFunction("send-email", "default", 40, 0.02, 1.5, 0.01, 0),
            new DemoFunction("resize-image", "media", 20, 0.2, 12, 0.03, 0),
            new DemoFunction("onboard-customer", "default", 5, 0.1, 1, 0, 20),
            new DemoFunction("daily-report", "default", 1, 15, 60, 0, 0));

    private final DemoCluster cluster;
    private final RandomGenerator random;
    private final int weights =
            FUNCTIONS.stream().mapToInt(DemoFunction::weight).sum();

    /** Makes the same traffic again for the same random numbers. */
    public DemoTraffic(DemoCluster cluster, RandomGenerator random) {
        this.cluster = cluster;
        this.random = random;
    }

    /** Fills in what happened before, by workers of those names. */
    public void history(List<String> workers) {
        for (int i = 0; i < HISTORY; i++) {
            var function = any();
            var worker = workers.get(random.nextInt(workers.size()));
            var phase = random.nextDouble() < function.failures() ? Phases.FAILED : Phases.COMPLETED;
            cluster.create(function.namespace(), function.name(), phase, worker);
        }
        workers.forEach(worker -> cluster.create("default", "onboard-customer", Phases.SUSPENDED, worker));
        cluster.create("default", "archive-orders", "", "");
    }

    /** Begins; it ends when the scheduler is closed. */
    public void start(Scheduler scheduler) {
        new FixedRate(scheduler, BETWEEN, this::call).start();
    }

    @Override
    public Optional<Plan> plan(Execution execution) {
        return FUNCTIONS.stream()
                .filter(function -> function.name().equals(execution.function()))
                .findFirst()
                .map(function -> function.plan(random));
    }

    private void call() {
        var function = any();
        cluster.create(function.namespace(), function.name(), "", "");
    }

    private DemoFunction any() {
        var ticket = random.nextInt(weights);
        for (DemoFunction function : FUNCTIONS) {
            ticket -= function.weight();
            if (ticket < 0) {
                return function;
            }
        }
        throw new IllegalStateException("A ticket was drawn that no function has");
    }
}
