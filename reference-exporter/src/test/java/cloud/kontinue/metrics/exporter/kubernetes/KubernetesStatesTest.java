package cloud.kontinue.metrics.exporter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.StateKey;
import cloud.kontinue.metrics.exporter.testing.FakeApi;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KubernetesStatesTest {

    private static final String EVERYWHERE = "/v1alpha1/executions";

    private FakeApi api;
    private KubernetesClient client;
    private KubernetesStates states;

    @BeforeEach
    void start() throws IOException {
        api = new FakeApi();
        client = KubernetesCluster.client(api.config());
        states = new KubernetesStates(client, "a");
    }

    @AfterEach
    void stop() {
        client.close();
        api.close();
    }

    @Test
    void countsTheExecutionsOfAllNamespacesGroupsAndWorkers() throws Exception {
        api.create("a", "g", "f", Map.of());
        api.change(api.create("a", "other", "f", Map.of()), "Completed", "someone-else");
        api.create("b", "g", "f", Map.of());

        var counts = states.count();

        assertThat(counts.counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        new StateKey("f", "Pending", "a", ""), 1L,
                        new StateKey("f", "Completed", "a", "someone-else"), 1L,
                        new StateKey("f", "Pending", "b", ""), 1L));
    }

    @Test
    void countsMoreThanTwoPages() throws Exception {
        fill(1201);

        var counts = states.count();

        assertThat(counts.counts()).containsExactly(Map.entry(new StateKey("f", "Pending", "a", ""), 1201L));
        assertThat(api.requests())
                .containsExactly(
                        "GET /apis/kontinue.cloud/v1alpha1/executions?limit=500",
                        "GET /apis/kontinue.cloud/v1alpha1/executions?limit=500&continue=500",
                        "GET /apis/kontinue.cloud/v1alpha1/executions?limit=500&continue=1000");
    }

    @Test
    void beginsAgainWhenTheNextPageHasExpired() throws Exception {
        fill(700);
        api.fail("continue=", 410, 1);

        var counts = states.count();

        assertThat(counts.counts()).containsExactly(Map.entry(new StateKey("f", "Pending", "a", ""), 700L));
    }

    @Test
    void givesUpAListThatExpiresAgainAndAgain() {
        fill(700);
        api.fail("continue=", 410, 100);

        assertThatThrownBy(() -> states.count())
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.answered(410)).isTrue());
        assertThat(api.requests()).hasSize(8);
    }

    @Test
    void fallsBackToItsOwnNamespaceWhereItMayNotListAll() throws Exception {
        api.create("a", "g", "f", Map.of());
        api.create("b", "g", "f", Map.of());
        api.fail(EVERYWHERE, 403, 1);

        var counts = states.count();

        assertThat(counts.counts()).containsOnlyKeys(new StateKey("f", "Pending", "a", ""));
    }

    @Test
    void listsAllNamespacesAsSoonAsItMay() throws Exception {
        api.create("b", "g", "f", Map.of());
        api.fail(EVERYWHERE, 403, 1);
        states.count();

        var counts = states.count();

        assertThat(counts.counts()).containsOnlyKeys(new StateKey("f", "Pending", "b", ""));
    }

    @Test
    void failsAndDoesNotShowLessWhenAllNamespacesAreRefusedLater() throws Exception {
        states.count();
        api.fail(EVERYWHERE, 403, 1);

        assertThatThrownBy(() -> states.count())
                .isInstanceOf(ClusterException.class)
                .hasMessage("GET /apis/kontinue.cloud/v1alpha1/executions?limit=500 was answered 403: a fault");
        assertThat(api.requests()).hasSize(2);
    }

    @Test
    void failsWhereItMayListNothing() {
        api.fail("/executions", 403, 2);

        assertThatThrownBy(() -> states.count())
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("/namespaces/a/executions?limit=500 was answered 403");
    }

    @Test
    void doesNotRepeatAListingThatFailed() {
        api.fail(EVERYWHERE, 500, 1);

        assertThatThrownBy(() -> states.count()).isInstanceOf(ClusterException.class);
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void failsInOneLineWhereNobodyAnswers() {
        api.close();

        assertThatThrownBy(() -> states.count())
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith(
                        "GET /apis/kontinue.cloud/v1alpha1/executions?limit=500 of " + api.uri() + " failed: ")
                .message()
                .hasLineCount(1);
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            api.create("a", "nobody", "f", Map.of());
        }
    }
}
