package cloud.kontinue.metrics.exporter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.Execution;
import cloud.kontinue.metrics.exporter.testing.FakeApi;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KubernetesStoreTest {

    private FakeApi api;
    private KubernetesClient client;
    private KubernetesStore store;
    private Execution execution;

    @BeforeEach
    void start() throws IOException {
        api = new FakeApi();
        client = KubernetesCluster.client(api.config());
        store = new KubernetesStore(client);
        execution = api.create("a", "g", "f", Map.of());
    }

    @AfterEach
    void stop() {
        client.close();
        api.close();
    }

    @Test
    void writesPhaseAndOwner() throws Exception {
        var written = store.write(execution, "Executing", "w");

        assertThat(written).contains(api.now(execution));
        assertThat(api.now(execution))
                .extracting(Execution::phase, Execution::worker)
                .containsExactly("Executing", "w");
    }

    @Test
    void leavesAnExecutionAloneThatChangedSinceItWasSeen() throws Exception {
        var changed = api.change(execution, "Executing", "someone-else");

        var written = store.write(execution, "Executing", "w");

        assertThat(written).isEmpty();
        assertThat(api.now(execution)).isEqualTo(changed);
    }

    @Test
    void findsNothingToWriteWhereItIsGone() throws Exception {
        api.delete(execution);

        var written = store.write(execution, "Executing", "w");

        assertThat(written).isEmpty();
    }

    @Test
    void failsWhereTheServerFails() {
        api.fail("/status", 503, 1);

        assertThatThrownBy(() -> store.write(execution, "Executing", "w")).isInstanceOf(ClusterException.class);
    }

    @Test
    void readsAnExecutionAsItIsNow() throws Exception {
        var changed = api.change(execution, "Suspended", "w");

        assertThat(store.read(execution)).contains(changed);
    }

    @Test
    void readsNothingWhereItIsGone() throws Exception {
        api.delete(execution);

        assertThat(store.read(execution)).isEmpty();
    }
}
