package cloud.kontinue.metrics.conformance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How Executions begin and end. */
interface LivesContract extends ContractSupport {

    @Test
    default void aNewExecutionGetsWhatTheServerGives() {
        GenericKubernetesResource created = create("new", Map.of());

        assertThat(created.getMetadata().getUid()).isNotBlank();
        assertThat(created.getMetadata().getCreationTimestamp()).isNotBlank();
        assertThat(created.getMetadata().getResourceVersion()).isNotBlank();
        assertThat(created.getMetadata().getGeneration()).isEqualTo(1);
        assertThat(created.getMetadata().getNamespace()).isEqualTo(namespace());
    }

    @Test
    default void aNameIsGeneratedFromItsPrefix() {
        GenericKubernetesResource unnamed = execution("x", Map.of());
        unnamed.getMetadata().setName(null);
        unnamed.getMetadata().setGenerateName("made-");

        GenericKubernetesResource created = executions().resource(unnamed).create();

        assertThat(created.getMetadata().getName()).startsWith("made-").hasSizeGreaterThan(5);
    }

    @Test
    default void aNewExecutionHasNoStatusEvenIfOneWasSent() {
        GenericKubernetesResource created = executions()
                .resource(withPhase(execution("no-status", Map.of()), "Completed"))
                .create();

        assertThat(created.getAdditionalProperties()).doesNotContainKey("status");
    }

    @Test
    default void aNameIsTakenOnce() {
        create("twice", Map.of());

        assertThatThrownBy(() -> create("twice", Map.of()))
                .isInstanceOfSatisfying(KubernetesClientException.class, refusal -> {
                    assertThat(refusal.getCode()).isEqualTo(409);
                    assertThat(refusal.getStatus().getReason()).isEqualTo("AlreadyExists");
                    assertThat(refusal.getStatus().getDetails().getName()).isEqualTo("twice");
                });
    }

    @Test
    default void anExecutionWithoutFunctionIsInvalid() {
        GenericKubernetesResource without = execution("without", Map.of());
        without.setAdditionalProperty("spec", Map.of());

        assertThatThrownBy(() -> executions().resource(without).create())
                .isInstanceOfSatisfying(KubernetesClientException.class, refusal -> {
                    assertThat(refusal.getCode()).isEqualTo(422);
                    assertThat(refusal.getStatus().getReason()).isEqualTo("Invalid");
                    assertThat(refusal.getStatus().getDetails().getCauses())
                            .extracting(cause -> cause.getField())
                            .containsExactly("spec.function");
                });
    }

    @Test
    default void whatIsNotThereIsNotFound() {
        assertThat(executions().withName("nobody").get()).isNull();
        assertThat(codeOf(() -> executions()
                        .withName("nobody")
                        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}")))
                .isEqualTo(404);
    }

    @Test
    default void aDeletionOfAnotherObjectOfThatNameIsAConflict() {
        GenericKubernetesResource created = create("other", Map.of());

        int code = codeOf(() -> client().raw(
                        "/apis/kontinue.cloud/v1alpha1/namespaces/" + namespace() + "/executions/other",
                        "DELETE",
                        Map.of(
                                "kind",
                                "DeleteOptions",
                                "apiVersion",
                                "v1",
                                "preconditions",
                                Map.of("uid", UUID.randomUUID().toString()))));

        assertThat(code).isEqualTo(409);
        assertThat(executions().withName("other").get().getMetadata().getUid())
                .isEqualTo(created.getMetadata().getUid());
    }

    @Test
    default void anExecutionWithAFinalizerGoesWithIt() {
        GenericKubernetesResource held = execution("held", Map.of());
        held.getMetadata().setFinalizers(List.of("kontinue.cloud/held"));
        executions().resource(held).create();

        executions()
                .withName("held")
                .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                .delete();

        assertThat(executions().withName("held").get().getMetadata().getDeletionTimestamp())
                .isNotBlank();
        executions()
                .withName("held")
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{\"finalizers\":null}}");
        assertThat(executions().withName("held").get()).isNull();
    }

    @Test
    default void aCollectionIsDeletedByLabel() {
        create("a", Map.of("drop", "yes"));
        create("b", Map.of());

        executions().withLabel("drop", "yes").delete();

        assertThat(names(executions().list())).containsExactly("b");
    }

    @Test
    default void anObjectNeedsItsNamespace() {
        GenericKubernetesResource lost = execution("lost", Map.of());
        lost.getMetadata().setNamespace("nowhere");

        int code =
                codeOf(() -> everywhere().inNamespace("nowhere").resource(lost).create());

        assertThat(code).isEqualTo(404);
    }
}
