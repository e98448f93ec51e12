package cloud.kontinue.metrics.conformance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pods and namespaces, as far as a run needs them. */
interface PodsContract extends ContractSupport {

    @Test
    default void aPodIsPendingUntilSomebodySaysOtherwise() {
        Pod created = client().pods().resource(pod("new")).create();

        assertThat(created.getStatus().getPhase()).isEqualTo("Pending");
    }

    @Test
    default void aPodIsFoundByItsLabel() {
        client().pods().resource(pod("labelled")).create();

        assertThat(client().pods()
                        .inNamespace(namespace())
                        .withLabel("app", "kontinue-worker")
                        .list()
                        .getItems())
                .extracting(pod -> pod.getMetadata().getName())
                .containsExactly("labelled");
    }

    @Test
    default void aPodsStatusIsPatchedApart() {
        client().pods().resource(pod("status")).create();

        Pod patched = client().pods()
                .inNamespace(namespace())
                .withName("status")
                .subresource("status")
                .patch(
                        PatchContext.of(PatchType.STRATEGIC_MERGE),
                        "{\"status\":{\"message\":\"seen\"},\"spec\":{\"nodeName\":\"not-this-way\"}}");

        assertThat(patched.getStatus().getMessage()).isEqualTo("seen");
        assertThat(patched.getSpec().getNodeName()).isNotEqualTo("not-this-way");
    }

    @Test
    default void aStrategicPatchKeepsTheRestOfAContainer() {
        client().pods().resource(pod("strategic")).create();

        Pod patched = client().pods()
                .inNamespace(namespace())
                .withName("strategic")
                .patch(
                        PatchContext.of(PatchType.STRATEGIC_MERGE),
                        "{\"spec\":{\"containers\":[{\"name\":\"worker\",\"image\":\"worker:2\"}]}}");

        assertThat(patched.getSpec().getContainers()).singleElement().satisfies(container -> {
            assertThat(container.getImage()).isEqualTo("worker:2");
            assertThat(container.getPorts()).hasSize(1);
        });
    }

    @Test
    default void aNamespaceIsActive() {
        Namespace namespace = client().namespaces().withName(namespace()).get();

        assertThat(namespace.getStatus().getPhase()).isEqualTo("Active");
        assertThat(namespace.getMetadata().getLabels()).containsEntry("kubernetes.io/metadata.name", namespace());
    }

    @Test
    default void aNamespaceTakesItsContentAlong() {
        String other = namespace() + "-2";
        client().namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(other)
                        .endMetadata()
                        .build())
                .create();
        var inOther = everywhere().inNamespace(other);
        var execution = execution("content", Map.of());
        execution.getMetadata().setNamespace(other);
        inOther.resource(execution).create();

        client().namespaces().withName(other).delete();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(client().namespaces().withName(other).get()).isNull();
            assertThat(inOther.list().getItems()).isEmpty();
        });
    }

    private Pod pod(String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace())
                .addToLabels("app", "kontinue-worker")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("worker")
                .withImage("worker")
                .addNewPort()
                .withContainerPort(8080)
                .endPort()
                .endContainer()
                .endSpec()
                .build();
    }
}
