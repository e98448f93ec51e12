package cloud.kontinue.metrics.conformance.cluster;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** What every cluster must do for a run, seen through a stock client; each test has a namespace of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClusterContract
        implements ListsContract, UpdatesContract, LivesContract, WatchesContract, PodsContract, FormsContract {

    private String namespace = "";

    @BeforeEach
    void makeNamespace() {
        namespace = "contract-" + UUID.randomUUID();
        client().namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
    }

    @AfterEach
    void removeNamespace() {
        client().namespaces().withName(namespace).delete();
    }

    @Override
    public final String namespace() {
        return namespace;
    }
}
