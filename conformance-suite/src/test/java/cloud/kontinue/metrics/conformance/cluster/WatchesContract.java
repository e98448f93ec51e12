package cloud.kontinue.metrics.conformance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** How changes of Executions are watched. */
interface WatchesContract extends ContractSupport {

    Duration SOON = Duration.ofSeconds(10);

    @Test
    default void aWatchTellsWhatHappensAfterItsRevisionInOrder() {
        create("before", Map.of());
        String revision = executions().list().getMetadata().getResourceVersion();
        List<String> told = new CopyOnWriteArrayList<>();

        Watch watch = executions()
                .watch(new ListOptionsBuilder().withResourceVersion(revision).build(), telling(told));
        try {
            GenericKubernetesResource created = create("after", Map.of());
            executions().resource(withPhase(created, "Executing")).updateStatus();
            executions().withName("after").delete();

            await().atMost(SOON).untilAsserted(() -> assertThat(told)
                    .containsExactly("ADDED after", "MODIFIED after", "DELETED after"));
        } finally {
            watch.close();
        }
    }

    @Test
    default void aWatchCatchesUpFromAnEarlierRevision() throws Exception {
        String revision = executions().list().getMetadata().getResourceVersion();
        create("missed", Map.of());

        List<String> told = watched("resourceVersion=" + revision + "&timeoutSeconds=1");

        assertThat(told).singleElement().asString().contains("\"type\":\"ADDED\"", "\"missed\"");
    }

    @Test
    default void aWatchWithoutRevisionBeginsWithWhatIsThere() throws Exception {
        create("a", Map.of());
        create("b", Map.of());

        List<String> told = watched("timeoutSeconds=1");

        assertThat(told).hasSize(2).allSatisfy(event -> assertThat(event).contains("\"type\":\"ADDED\""));
    }

    @Test
    default void anExecutionThatLeavesTheSelectionIsDeletedForTheWatch() {
        List<String> told = new CopyOnWriteArrayList<>();
        String revision = create("moves", Map.of()).getMetadata().getResourceVersion();

        Watch watch = executions()
                .withLabel("tier", "back")
                .watch(new ListOptionsBuilder().withResourceVersion(revision).build(), telling(told));
        try {
            label("moves", "back");
            label("moves", "front");

            await().atMost(SOON).untilAsserted(() -> assertThat(told).containsExactly("ADDED moves", "DELETED moves"));
        } finally {
            watch.close();
        }
    }

    @Test
    default void aRevisionThatIsTooOldIsGone() throws Exception {
        create("any", Map.of());

        Raw answer = raw("watch=true&resourceVersion=1&timeoutSeconds=1", "application/json");

        assertThat(answer.body()).contains("\"code\":410", "too old resource version");
    }

    @Test
    default void aBookmarkComesBeforeTheEnd() throws Exception {
        String revision = create("any", Map.of()).getMetadata().getResourceVersion();

        List<String> told = watched("allowWatchBookmarks=true&timeoutSeconds=5&resourceVersion=" + revision);

        assertThat(told).isNotEmpty();
        assertThat(told.get(told.size() - 1)).contains("\"type\":\"BOOKMARK\"", "\"kind\":\"Execution\"");
    }

    @Test
    default void initialEventsAreSentOrRefused() throws Exception {
        create("there", Map.of());

        Raw answer = raw(
                "watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true"
                        + "&timeoutSeconds=2",
                "application/json");

        assertThat(answer.code()).isIn(200, 422);
        if (answer.code() == 200) {
            assertThat(answer.body()).contains("\"type\":\"ADDED\"", "\"k8s.io/initial-events-end\":\"true\"");
        }
    }

    @Test
    default void initialEventsNeedAMatch() throws Exception {
        Raw answer = raw("watch=true&sendInitialEvents=true&timeoutSeconds=1", "application/json");

        assertThat(answer.code()).isEqualTo(422);
    }

    @Test
    default void anInformerFollowsAnExecution() {
        GenericKubernetesResource created = create("followed", Map.of());

        try (SharedIndexInformer<GenericKubernetesResource> informer =
                executions().inform()) {
            executions().resource(withPhase(created, "Completed")).updateStatus();

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(informer.getStore().list())
                            .singleElement()
                            .satisfies(seen -> assertThat((String) seen.get("status", "phase"))
                                    .isEqualTo("Completed")));
        }
    }

    private void label(String name, String tier) {
        executions().withName(name).edit(execution -> {
            execution.getMetadata().setLabels(Map.of("tier", tier));
            return execution;
        });
    }

    private static Watcher<GenericKubernetesResource> telling(List<String> told) {
        return new Watcher<>() {
            @Override
            public void eventReceived(Action action, GenericKubernetesResource resource) {
                if (action != Action.BOOKMARK) {
                    told.add(action + " " + resource.getMetadata().getName());
                }
            }

            @Override
            public void onClose(WatcherException cause) {
                told.add("closed: " + cause.getMessage());
            }
        };
    }
}
