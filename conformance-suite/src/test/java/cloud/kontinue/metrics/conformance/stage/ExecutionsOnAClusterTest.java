package cloud.kontinue.metrics.conformance.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import cloud.kontinue.metrics.conformance.cluster.ClusterException;
import cloud.kontinue.metrics.conformance.cluster.embedded.EmbeddedCluster;
import cloud.kontinue.metrics.conformance.recording.Event;
import cloud.kontinue.metrics.conformance.recording.ExecutionObserved;
import cloud.kontinue.metrics.conformance.recording.ExecutionObserved.Change;
import cloud.kontinue.metrics.conformance.recording.ExecutionWritten;
import cloud.kontinue.metrics.conformance.stage.ExecutionWriter.Status;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExecutionsOnAClusterTest {

    private static final EmbeddedCluster CLUSTER = start();

    private final RunClock clock = new RunClock();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final ExecutionApi api = new ExecutionApi(CLUSTER.client());
    private final ExecutionWriter writer = new ExecutionWriter(api, "r1", "status.worker", clock, events::add);

    private static EmbeddedCluster start() {
        try {
            return EmbeddedCluster.start();
        } catch (ClusterException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() {
        CLUSTER.close();
    }

    @Test
    void watchesWhatWasThereBeforeAndWhatComesAfter() throws Exception {
        NewExecution before = execution("before");
        writer.create(List.of(before));
        try (ExecutionWatcher watcher = watcher()) {
            watcher.start();
            watcher.awaitSynced(10);
            NewExecution after = execution("after");

            writer.create(List.of(after));
            writer.writeStatus(List.of(new Status(after, "Executing", "someone")));
            writer.delete(List.of(after));

            await().untilAsserted(() -> assertThat(observed("before", "after"))
                    .extracting(
                            ExecutionObserved::name,
                            ExecutionObserved::change,
                            ExecutionObserved::phase,
                            ExecutionObserved::owner)
                    .containsExactly(
                            tuple("before", Change.ADDED, "", ""),
                            tuple("after", Change.ADDED, "", ""),
                            tuple("after", Change.MODIFIED, "Executing", "someone"),
                            tuple("after", Change.DELETED, "Executing", "someone")));
        }
    }

    @Test
    void listsMoreThanOnePage() throws Exception {
        writer.create(
                IntStream.range(0, 520).mapToObj(i -> execution("page-" + i)).toList());
        try (ExecutionWatcher watcher = watcher()) {
            watcher.start();

            watcher.awaitSynced(10);

            assertThat(events.stream()
                            .filter(ExecutionObserved.class::isInstance)
                            .map(ExecutionObserved.class::cast)
                            .filter(one -> one.name().startsWith("page-")))
                    .hasSize(520);
        }
    }

    @Test
    void recordsEachRequestWithItsSpan() throws Exception {
        long from = clock.now();

        Optional<String> problem = writer.create(List.of(execution("recorded")));

        assertThat(problem).isEmpty();
        assertThat(written("recorded")).singleElement().satisfies(one -> {
            assertThat(one.action()).isEqualTo(ExecutionWritten.Action.CREATE);
            assertThat(one.span().from()).isGreaterThanOrEqualTo(from);
            assertThat(one.span().to()).isLessThanOrEqualTo(clock.now());
            assertThat(one.seconds()).hasValue(1.4);
            assertThat(one.problem()).isEmpty();
        });
    }

    @Test
    void recordsWhyARequestFailed() throws Exception {
        writer.create(List.of(execution("twice")));

        Optional<String> problem = writer.create(List.of(execution("twice")));

        assertThat(problem).get().asString().startsWith("status 409");
        assertThat(written("twice")).extracting(ExecutionWritten::problem).containsExactly(Optional.empty(), problem);
    }

    @Test
    void writesTheOwnerToTheFieldOfTheProfile() throws Exception {
        ExecutionWriter other = new ExecutionWriter(api, "r1", "status.owner.name", clock, events::add);
        NewExecution execution = execution("owned");
        other.create(List.of(execution));

        other.writeStatus(List.of(new Status(execution, "Backoff", "someone")));

        ExecutionApi.Reply all = api.list("default", "");
        assertThat(all.body().path("items"))
                .filteredOn(
                        one -> one.path("metadata").path("name").asString("").equals("owned"))
                .singleElement()
                .satisfies(one -> assertThat(
                                one.path("status").path("owner").path("name").asString(""))
                        .isEqualTo("someone"));
    }

    private ExecutionWatcher watcher() {
        ExecutionView view = new ExecutionView(Optional.of("status.worker"), events::add);
        return new ExecutionWatcher(api, "", view, clock, note -> {});
    }

    private List<ExecutionObserved> observed(String... names) {
        List<String> wanted = List.of(names);
        return events.stream()
                .filter(ExecutionObserved.class::isInstance)
                .map(ExecutionObserved.class::cast)
                .filter(one -> wanted.contains(one.name()))
                .toList();
    }

    private List<ExecutionWritten> written(String name) {
        return events.stream()
                .filter(ExecutionWritten.class::isInstance)
                .map(ExecutionWritten.class::cast)
                .filter(one -> one.name().equals(name))
                .toList();
    }

    private static NewExecution execution(String name) {
        return new NewExecution("default", name, "send-email", "g1", OptionalDouble.of(1.4));
    }
}
