package cloud.kontinue.metrics.exporter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.Execution;
import cloud.kontinue.metrics.exporter.execution.ExecutionFeed;
import cloud.kontinue.metrics.exporter.testing.FakeApi;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KubernetesFeedTest {

    private final List<Execution> seen = new CopyOnWriteArrayList<>();
    private final List<Execution> gone = new CopyOnWriteArrayList<>();
    private final ExecutionFeed.Listener listener = new ExecutionFeed.Listener() {
        @Override
        public void seen(Execution execution) {
            seen.add(execution);
        }

        @Override
        public void gone(Execution execution) {
            gone.add(execution);
        }
    };
    private FakeApi api;
    private KubernetesClient client;
    private KubernetesFeed feed;

    @BeforeEach
    void start() throws IOException {
        api = new FakeApi();
        client = KubernetesCluster.client(api.config());
        feed = new KubernetesFeed(client, "a", "g & co");
    }

    @AfterEach
    void stop() {
        feed.close();
        client.close();
        api.close();
    }

    @Test
    void tellsOfWhatIsThere() throws Exception {
        var there = create();
        api.create("b", "g & co", "f", Map.of());
        api.create("a", "other", "f", Map.of());

        feed.start(listener);

        await().untilAsserted(() -> assertThat(seen).containsExactly(there));
    }

    @Test
    void tellsOfWhatComesAndChangesAndGoes() throws Exception {
        watching();

        var created = create();
        var changed = api.change(created, "Executing", "w");
        api.delete(created);

        await().untilAsserted(() -> assertThat(gone).hasSize(1));
        assertThat(seen).containsExactly(created, changed);
    }

    @Test
    void goesOnWhereAnEndedWatchStoodWithoutAnotherList() throws Exception {
        watching();
        var before = create();
        await().until(() -> seen.contains(before));

        api.endWatches();
        var after = create();

        await().untilAsserted(() -> assertThat(seen).containsExactly(before, after));
        assertThat(lists()).isEqualTo(1);
    }

    @Test
    void listsAgainWhenItsPlaceIsForgotten() throws Exception {
        watching();
        var before = create();
        await().until(() -> seen.contains(before));

        api.expireWatches();

        await().untilAsserted(() -> assertThat(lists()).isEqualTo(2));
    }

    @Test
    void triesAgainWhenTheWatchIsRefused() throws Exception {
        watching();
        api.fail("watch=true", 500, 1);

        api.endWatches();

        var created = create();
        await().until(() -> seen.contains(created));
    }

    @Test
    void cannotStartWhereTheListIsRefused() {
        api.fail("/executions", 403, 1);

        assertThatThrownBy(() -> feed.start(listener))
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.answered(403)).isTrue());
        assertThat(api.watches()).isZero();
    }

    @Test
    void endsItsWatchWhenClosed() throws Exception {
        watching();

        feed.close();

        await().untilAsserted(() -> {
            create();
            assertThat(api.watches()).isZero();
        });
        assertThat(seen).isEmpty();
    }

    private void watching() throws ClusterException, InterruptedException {
        feed.start(listener);
        await().until(() -> api.watches() == 1);
    }

    private Execution create() {
        return api.create("a", "g & co", "f", Map.of());
    }

    private long lists() {
        return api.requests().stream()
                .filter(request -> request.contains("limit="))
                .count();
    }
}
