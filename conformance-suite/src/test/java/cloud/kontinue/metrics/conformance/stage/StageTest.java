package cloud.kontinue.metrics.conformance.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cloud.kontinue.metrics.conformance.cluster.embedded.EmbeddedCluster;
import cloud.kontinue.metrics.conformance.prometheus.PrometheusSource;
import cloud.kontinue.metrics.conformance.prometheus.PrometheusStartException;
import cloud.kontinue.metrics.conformance.recording.Event;
import cloud.kontinue.metrics.conformance.recording.ExecutionObserved;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.RunEnded;
import cloud.kontinue.metrics.conformance.recording.RunStarted;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken;
import cloud.kontinue.metrics.conformance.recording.WorkerStarted;
import cloud.kontinue.metrics.conformance.recording.WorkerStopped;
import cloud.kontinue.metrics.conformance.stage.FakeSubject.FakeWorker;
import cloud.kontinue.metrics.conformance.worker.Subject;
import cloud.kontinue.metrics.conformance.worker.UrlSubject;
import cloud.kontinue.metrics.conformance.worker.WorkerProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StageTest {

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Interrupt interrupt = new Interrupt();
    private EmbeddedCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = EmbeddedCluster.start();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void aWorkerThatEndsAtOnceIsASetUpFailureThatQuotesItsLastLine() {
        RunOutcome outcome = play(
                new FakeSubject(assignment -> FakeWorker.endedAtOnce(3, "starting\nno such option: --group\n\n")),
                WorkerProfile.defaults());

        assertThat(outcome.outcome()).isEqualTo(RunEnded.Outcome.SETUP_FAILED);
        assertThat(outcome.reason())
                .isEqualTo("worker W1 ended with status 3 before it served its page or claimed an Execution;"
                        + " the last line it wrote: no such option: --group");
        assertThat(events(WorkerStopped.class)).singleElement().satisfies(stopped -> assertThat(stopped.byUs())
                .isFalse());
        assertIsWhole(outcome);
    }

    @Test
    void aWorkerThatNeitherServesNorClaimsIsASetUpFailure() throws Exception {
        WorkerProfile profile = profile(WorkerProfile.defaults().functions(), Duration.ofSeconds(1));
        FakeSubject subject = new FakeSubject(assignment -> FakeWorker.serving(closedPage()));

        RunOutcome outcome = play(subject, profile);

        assertThat(outcome.outcome()).isEqualTo(RunEnded.Outcome.SETUP_FAILED);
        assertThat(outcome.reason())
                .startsWith("worker W1 neither answered at http://127.0.0.1:")
                .contains("within 1 s; it wrote nothing");
        assertThat(subject.started()).allMatch(FakeWorker::stopped);
        assertIsWhole(outcome);
    }

    @Test
    void aUrlThatDoesNotAnswerIsASetUpFailureThatNamesTheUrlAndWhatToCheck() throws Exception {
        URI page = closedPage();

        RunOutcome outcome = play(
                UrlSubject.of("somebody's", page.toString()),
                profile(WorkerProfile.defaults().functions(), Duration.ofSeconds(1)));

        assertThat(outcome.reason())
                .startsWith("worker W1 neither answered at " + page)
                .endsWith("; check the URL, and the namespace and group of its profile");
        assertThat(events(WorkerStarted.class).map(WorkerStarted::metricsBindAddress))
                .containsExactly(Optional.of(":" + page.getPort()));
    }

    @Test
    void anInterruptEndsTheRunWithWhatWasSeenAndStopsEverybody() throws Exception {
        try (NastyServer page = NastyServer.saying("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\na 1\n")) {
            FakeSubject subject = new FakeSubject(assignment -> FakeWorker.serving(page.page()));
            CompletableFuture<RunOutcome> run =
                    CompletableFuture.supplyAsync(() -> play(subject, WorkerProfile.defaults()));
            await().atMost(60, TimeUnit.SECONDS).until(() -> events(WorkerStarted.class)
                    .anyMatch(started -> started.worker().equals("W3")));

            interrupt.trigger();

            RunOutcome outcome = run.get(4, TimeUnit.SECONDS);
            assertThat(outcome.outcome()).isEqualTo(RunEnded.Outcome.INTERRUPTED);
            assertThat(subject.started()).hasSizeGreaterThanOrEqualTo(3).allMatch(FakeWorker::stopped);
            assertThat(events(ScrapeTaken.class)).isNotEmpty();
            assertIsWhole(outcome);
        }
    }

    @Test
    void aRunThatCanRecordNothingMoreEndsAndStopsEverybody() throws Exception {
        try (NastyServer page = NastyServer.saying("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\na 1\n")) {
            FakeSubject subject = new FakeSubject(assignment -> FakeWorker.serving(page.page()));
            StagePlan plan = new StagePlan("a", "b", "r1", WorkerProfile.defaults(), "1.0", false);

            CompletableFuture<RunOutcome> run = CompletableFuture.supplyAsync(
                    () -> Stage.play(plan, cluster, subject, Optional.empty(), this::full, Progress.none(), interrupt));

            assertThat(run).succeedsWithin(Duration.ofSeconds(40));
            assertThat(subject.started()).isNotEmpty().allMatch(FakeWorker::stopped);
        }
    }

    @Test
    void setsTheWholeSceneBeforeTheFirstWorkerStarts() throws Exception {
        play(new FakeSubject(assignment -> FakeWorker.endedAtOnce(1, "")), WorkerProfile.defaults());

        long start =
                events(WorkerStarted.class).findFirst().orElseThrow().span().from();
        List<ExecutionObserved> before = events(ExecutionObserved.class)
                .filter(observed -> observed.at() < start)
                .toList();
        assertThat(before.stream().filter(one -> one.function().equals("conformance-pile")))
                .hasSize(1201)
                .allMatch(one -> one.phase().isEmpty());
        assertThat(before.stream()
                        .filter(one -> one.function().startsWith("conformance-synthetic")
                                || one.function().equals("conformance-unowned"))
                        .map(ExecutionObserved::phase))
                .contains("Pending", "Executing", "Suspended", "Backoff", "Completed", "Failed", "Canceled");
        assertThat(before.stream().map(ExecutionObserved::owner)).contains("", "someone-else");
    }

    @Test
    void neverLetsTwoNamespacesShareAFunction() throws Exception {
        play(new FakeSubject(assignment -> FakeWorker.endedAtOnce(1, "")), WorkerProfile.defaults());

        List<String> inA = functionsIn("a");
        assertThat(functionsIn("b")).isNotEmpty().doesNotContainAnyElementsOf(inA);
    }

    @Test
    void saysWhichFunctionsTheWorkerLacksAndCreatesNoneOfThem() throws Exception {
        WorkerProfile profile = profile(Map.of("conformance-succeed", "noop"), Duration.ofSeconds(30));

        play(new FakeSubject(assignment -> FakeWorker.endedAtOnce(1, "")), profile);

        assertThat(events(PrerequisiteMissing.class)
                        .filter(missing -> missing.prerequisite() == Prerequisite.FUNCTION)
                        .map(PrerequisiteMissing::reason))
                .containsExactly(
                        "the worker has no function conformance-fail",
                        "the worker has no function conformance-sleep",
                        "the worker has no function conformance-suspend");
        assertThat(functionsIn("a")).contains("noop").doesNotContain("conformance-sleep");
    }

    @Test
    void leavesNothingBehindOnAUsersCluster() throws Exception {
        StagePlan plan = new StagePlan("a", "default", "r1", WorkerProfile.defaults(), "1.0", true);

        Stage.play(
                plan,
                cluster,
                new FakeSubject(assignment -> FakeWorker.endedAtOnce(1, "")),
                Optional.empty(),
                events::add,
                Progress.none(),
                interrupt);

        assertThat(new ExecutionApi(cluster.client()).list("", "").body().path("items"))
                .isEmpty();
        assertThat(cluster.client().namespaces().list().getItems())
                .extracting(namespace -> namespace.getMetadata().getName())
                .contains("default")
                .doesNotContain("a");
    }

    @Test
    void goesOnWithoutAPrometheusThatDoesNotStart() throws Exception {
        PrometheusSource broken = plan -> {
            throw new PrometheusStartException("no Prometheus here");
        };

        RunOutcome outcome = play(
                new FakeSubject(assignment -> FakeWorker.endedAtOnce(1, "")),
                WorkerProfile.defaults(),
                Optional.of(broken));

        assertThat(events(PrerequisiteMissing.class)
                        .filter(missing -> missing.prerequisite() == Prerequisite.PROMETHEUS)
                        .map(PrerequisiteMissing::reason))
                .containsExactly("no Prometheus here");
        assertIsWhole(outcome);
    }

    /** A disk that has room until the first worker has been scraped. */
    private void full(Event event) {
        if (event instanceof ScrapeTaken) {
            throw new UncheckedIOException(new IOException("no space left"));
        }
    }

    private RunOutcome play(Subject subject, WorkerProfile profile) {
        return play(subject, profile, Optional.empty());
    }

    private RunOutcome play(Subject subject, WorkerProfile profile, Optional<PrometheusSource> prometheus) {
        StagePlan plan = new StagePlan("a", "b", "r1", profile, "1.0", false);
        return Stage.play(plan, cluster, subject, prometheus, events::add, Progress.none(), interrupt);
    }

    private void assertIsWhole(RunOutcome outcome) {
        assertThat(events.get(0)).isInstanceOf(RunStarted.class);
        assertThat(events.get(events.size() - 1)).isInstanceOfSatisfying(RunEnded.class, ended -> {
            assertThat(ended.outcome()).isEqualTo(outcome.outcome());
            assertThat(ended.reason()).isEqualTo(outcome.reason());
        });
        assertThat(events).isSortedAccordingTo((one, other) -> Long.compare(one.at(), other.at()));
    }

    private <E extends Event> Stream<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    private List<String> functionsIn(String namespace) {
        return events(ExecutionObserved.class)
                .filter(observed -> observed.namespace().equals(namespace))
                .map(ExecutionObserved::function)
                .distinct()
                .toList();
    }

    private static URI closedPage() {
        try (NastyServer server = NastyServer.saying("")) {
            return server.page();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WorkerProfile profile(Map<String, String> functions, Duration ready) {
        return new WorkerProfile(functions, Optional.of("status.worker"), ready, Optional.empty(), Optional.empty());
    }
}
