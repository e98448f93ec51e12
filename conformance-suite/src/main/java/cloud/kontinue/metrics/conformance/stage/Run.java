package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.cluster.Cluster;
import cloud.kontinue.metrics.conformance.prometheus.PrometheusSource;
import cloud.kontinue.metrics.conformance.recording.RunEnded.Outcome;
import cloud.kontinue.metrics.conformance.recording.RunStarted;
import cloud.kontinue.metrics.conformance.worker.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One run: opens what it needs, plays the timeline, and closes everything again. */
final class Run {

    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration NO_GRACE = Duration.ZERO;
    private static final long CLEAN_UP_MILLIS = 20_000;
    private static final long CLEAN_UP_INTERRUPTED_MILLIS = 1_500;
    private static final long VERSION_SECONDS = 5;
    private static final long STRAGGLERS_MILLIS = 500;
    private static final String UNKNOWN = "unknown";
    private static final String OWNER_UNREAD = "status.worker";

    private final StagePlan plan;
    private final Cluster cluster;
    private final Subject subject;
    private final RunClock clock;
    private final Recorder recorder;
    private final Progress progress;
    private final Interrupt interrupt;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "stage-act");
        thread.setDaemon(true);
        return thread;
    });

    Run(
            StagePlan plan,
            Cluster cluster,
            Subject subject,
            RunClock clock,
            Recorder recorder,
            Progress progress,
            Interrupt interrupt) {
        this.plan = plan;
        this.cluster = cluster;
        this.subject = subject;
        this.clock = clock;
        this.recorder = recorder;
        this.progress = progress;
        this.interrupt = interrupt;
    }

    RunOutcome play(Optional<PrometheusSource> source) {
        progress.stage("starting");
        // Its version belongs into the head of the recording.
        CompletableFuture<ScrapingPrometheus> starting =
                CompletableFuture.supplyAsync(() -> ScrapingPrometheus.start(source, cluster, subject, plan), threads);
        try (ScrapingPrometheus prometheus = await(starting)) {
            Groups groups = Groups.of(plan);
            recorder.record(head(groups, prometheus.version()));
            return play(groups, prometheus);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return outcome(Optional.empty(), true, 0);
        } finally {
            threads.shutdownNow();
        }
    }

    private ScrapingPrometheus await(CompletableFuture<ScrapingPrometheus> starting) throws InterruptedException {
        while (!starting.isDone() && !interrupt.triggered()) {
            interrupt.await(RunClock.nanos(0.02));
        }
        if (starting.isDone()) {
            return starting.join();
        }
        var unused = starting.thenAccept(ScrapingPrometheus::close);
        return ScrapingPrometheus.none("the run was interrupted before it was there");
    }

    private RunOutcome play(Groups groups, ScrapingPrometheus prometheus) throws InterruptedException {
        Facts facts = new Facts();
        recorder.listen(facts);
        SetUp setUp = new SetUp(clock);
        ExecutionApi api = new ExecutionApi(cluster.client());
        ExecutionWriter writer = new ExecutionWriter(
                api, plan.runId(), plan.profile().ownerField().orElse(OWNER_UNREAD), clock, recorder);
        Timeline timeline = new Timeline(time(), threads, this::failed);
        try (Canary canary = new Canary(clock, recorder);
                RecordingEyes eyes = new RecordingEyes(api, plan, clock, recorder);
                Company company = new Company(subject, cluster, plan, clock, recorder);
                PodObjects pods = new PodObjects(cluster.client(), plan.namespace(), plan.runId())) {
            canary.start();
            company.start();
            Backstage backstage = new Backstage(
                    plan,
                    cluster,
                    groups,
                    clock,
                    recorder,
                    facts,
                    company,
                    new Work(plan),
                    writer,
                    prometheus.oracle(clock, recorder),
                    setUp);
            Prerequisites.tell(backstage, subject);
            prometheus.tell(backstage);
            cluster.requests().ifPresent(log -> RequestRecorder.listen(log, company::knows, clock, recorder));
            Script script = new Script(backstage, subject, eyes, pods);
            try (script) {
                script.write(timeline);
                progress.stage("playing");
                timeline.play(script.end(), this::isOver, new Ticker(clock, progress, script, timeline));
            } finally {
                end(company);
            }
            if (plan.cleanUp()) {
                progress.stage("cleaning up");
                pods.removeAll();
                new CleanUp(cluster.client(), api, plan, script.ownNamespaces(), recorder)
                        .run(interrupt.triggered() ? CLEAN_UP_INTERRUPTED_MILLIS : CLEAN_UP_MILLIS);
            }
        }
        return outcome(setUp.reason(), interrupt.triggered(), timeline.waited());
    }

    /** Nothing more is worth doing that cannot be recorded. */
    private boolean isOver() {
        return interrupt.triggered() || recorder.failed();
    }

    private void end(Company company) throws InterruptedException {
        progress.stage("ending");
        threads.shutdownNow();
        company.dismiss(interrupt.triggered() ? NO_GRACE : GRACE);
        if (!threads.awaitTermination(STRAGGLERS_MILLIS, TimeUnit.MILLISECONDS)) {
            recorder.note("an act was still under way when the run ended");
        }
    }

    private Timeline.Time time() {
        return new Timeline.Time() {
            @Override
            public long now() {
                return clock.now();
            }

            @Override
            public void pass(long nanos) throws InterruptedException {
                interrupt.await(nanos);
            }
        };
    }

    private void failed(Act act, RuntimeException problem) {
        recorder.note("'" + act.name() + "' failed: " + Reason.of(problem));
    }

    private RunOutcome outcome(Optional<String> setUpFailure, boolean interrupted, long waited) {
        double wall = RunClock.seconds(clock.now());
        double waiting = RunClock.seconds(waited);
        if (interrupted) {
            return new RunOutcome(Outcome.INTERRUPTED, "the run was interrupted", wall, waiting);
        }
        return setUpFailure
                .map(reason -> new RunOutcome(Outcome.SETUP_FAILED, reason, wall, waiting))
                .orElseGet(() -> new RunOutcome(Outcome.COMPLETE, "", wall, waiting));
    }

    /** Returns what the server tells; that nothing works there shows soon enough, with a reason. */
    private String kubernetesVersion() throws InterruptedException {
        CompletableFuture<String> version = CompletableFuture.supplyAsync(cluster::kubernetesVersion, threads)
                .exceptionally(refused -> UNKNOWN);
        long deadline = clock.now() + RunClock.nanos(VERSION_SECONDS);
        while (!version.isDone() && !interrupt.triggered() && clock.now() < deadline) {
            interrupt.await(RunClock.nanos(0.02));
        }
        return version.getNow(UNKNOWN);
    }

    private RunStarted head(Groups groups, String prometheus) throws InterruptedException {
        return new RunStarted(
                0,
                Instant.now().minusNanos(clock.now()),
                plan.suiteVersion(),
                new RunStarted.Subject(subject.name(), subject.kind(), subject.digest()),
                new RunStarted.Environment(
                        cluster.name(),
                        kubernetesVersion(),
                        prometheus,
                        Runtime.getRuntime().availableProcessors()),
                new RunStarted.Names(
                        plan.namespace(),
                        plan.elsewhere(),
                        groups.nobody(),
                        plan.profile().ownerField().isPresent(),
                        cluster.requests().isPresent()));
    }
}
