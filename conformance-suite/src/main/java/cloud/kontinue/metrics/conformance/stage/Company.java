package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.cluster.Cluster;
import cloud.kontinue.metrics.conformance.recording.RecordingSink;
import cloud.kontinue.metrics.conformance.recording.Span;
import cloud.kontinue.metrics.conformance.recording.WorkerStarted;
import cloud.kontinue.metrics.conformance.worker.Assignment;
import cloud.kontinue.metrics.conformance.worker.RunningWorker;
import cloud.kontinue.metrics.conformance.worker.Subject;
import cloud.kontinue.metrics.conformance.worker.WorkerStartException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** All workers of a run: starts them, notices who ends by himself, and stops whoever is left. */
final class Company extends Background {

    private static final long LOOK_MILLIS = 100;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final Subject subject;
    private final Cluster cluster;
    private final StagePlan plan;
    private final RunClock clock;
    private final RecordingSink sink;
    private final Map<String, StagedWorker> workers = new ConcurrentHashMap<>();
    private final Set<String> identities = ConcurrentHashMap.newKeySet();
    private boolean dismissed;

    Company(Subject subject, Cluster cluster, StagePlan plan, RunClock clock, RecordingSink sink) {
        super("company");
        this.subject = subject;
        this.cluster = cluster;
        this.plan = plan;
        this.clock = clock;
        this.sink = sink;
    }

    /** Starts a worker and its scrapes; empty where the run is ending. */
    Optional<StagedWorker> start(Role role) throws WorkerStartException {
        String identity = role.identity(plan.runId());
        identities.add(identity);
        Assignment assignment = new Assignment(
                role.worker(),
                cluster.access(identity),
                plan.namespace(),
                role.group(),
                role.metricsBindAddress(),
                identity);
        long from = clock.now();
        RunningWorker running = subject.start(assignment);
        sink.record(new WorkerStarted(
                new Span(from, clock.now()),
                role.worker(),
                identity,
                running.kind(),
                role.group(),
                bindAddress(role, running)));
        StagedWorker worker = new StagedWorker(role, identity, running, clock, sink);
        synchronized (this) {
            if (dismissed) {
                running.close();
                return Optional.empty();
            }
            workers.put(role.worker(), worker);
        }
        worker.beginScraping();
        return Optional.of(worker);
    }

    /** One that already runs was given none by us; where it serves tells which it has. */
    private Optional<String> bindAddress(Role role, RunningWorker running) {
        if (subject.restartable()) {
            return role.metricsBindAddress();
        }
        URI page = running.metrics(role.port());
        int port = page.getPort() >= 0 ? page.getPort() : "https".equals(page.getScheme()) ? HTTPS_PORT : HTTP_PORT;
        return port == Role.DEFAULT_PORT ? Optional.empty() : Optional.of(":" + port);
    }

    Optional<StagedWorker> worker(String name) {
        return Optional.ofNullable(workers.get(name));
    }

    /** Returns whether requests of that identity are a worker's. */
    boolean knows(String identity) {
        return identities.contains(identity);
    }

    /** Stops everybody at once. */
    void dismiss(Duration grace) {
        List<StagedWorker> left;
        synchronized (this) {
            dismissed = true;
            left = List.copyOf(workers.values());
        }
        List<Thread> stopping = new ArrayList<>();
        for (StagedWorker worker : left) {
            Thread thread = new Thread(() -> worker.stop(grace), "stage-stop-" + worker.name());
            thread.setDaemon(true);
            thread.start();
            stopping.add(thread);
        }
        long deadline = System.nanoTime() + grace.plusSeconds(2).toNanos();
        for (Thread thread : stopping) {
            join(thread, deadline);
        }
        left.forEach(worker -> worker.running().close());
    }

    private static void join(Thread thread, long deadline) {
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    void run() throws InterruptedException {
        while (!closed()) {
            workers.values().forEach(StagedWorker::look);
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }
}
