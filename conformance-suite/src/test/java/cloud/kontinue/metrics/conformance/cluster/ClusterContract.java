package cloud.kontinue.metrics.conformance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every cluster must do for a run, seen through a stock client; each test has a namespace of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClusterContract {

    static final ResourceDefinitionContext EXECUTIONS = new ResourceDefinitionContext.Builder()
            .withGroup(ExecutionCrd.GROUP)
            .withVersion(ExecutionCrd.VERSION)
            .withKind(ExecutionCrd.KIND)
            .withPlural(ExecutionCrd.PLURAL)
            .withNamespaced(true)
            .build();

    private String namespace = "";

    /** Returns the cluster that the contract is tried on; the same for every test of the class. */
    abstract Cluster cluster();

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

    final String namespace() {
        return namespace;
    }

    final KubernetesClient client() {
        return cluster().client();
    }

    final MixedOperation<GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            everywhere() {
        return client().genericKubernetesResources(EXECUTIONS);
    }

    final NonNamespaceOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            executions() {
        return everywhere().inNamespace(namespace);
    }

    final GenericKubernetesResource create(String name, Map<String, String> labels) {
        return executions().resource(execution(name, labels)).create();
    }

    final GenericKubernetesResource execution(String name, Map<String, String> labels) {
        return new GenericKubernetesResourceBuilder()
                .withApiVersion(ExecutionCrd.API_VERSION)
                .withKind(ExecutionCrd.KIND)
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .withLabels(labels)
                .endMetadata()
                .addToAdditionalProperties("spec", Map.of("function", "conformance-succeed"))
                .build();
    }

    final GenericKubernetesResource withPhase(GenericKubernetesResource execution, String phase) {
        return new GenericKubernetesResourceBuilder(execution)
                .addToAdditionalProperties("status", Map.of("phase", phase))
                .build();
    }

    private static List<String> names(GenericKubernetesResourceList list) {
        return list.getItems().stream()
                .map(item -> item.getMetadata().getName())
                .toList();
    }

    private static int codeOf(Runnable request) {
        try {
            request.run();
            return 200;
        } catch (KubernetesClientException e) {
            return e.getCode();
        }
    }

    @Test
    void aNewExecutionGetsWhatTheServerGives() {
        GenericKubernetesResource created = create("new", Map.of());

        assertThat(created.getMetadata().getUid()).isNotBlank();
        assertThat(created.getMetadata().getCreationTimestamp()).isNotBlank();
        assertThat(created.getMetadata().getResourceVersion()).isNotBlank();
        assertThat(created.getMetadata().getGeneration()).isEqualTo(1);
        assertThat(created.getMetadata().getNamespace()).isEqualTo(namespace);
    }

    @Test
    void aNameIsGeneratedFromItsPrefix() {
        GenericKubernetesResource unnamed = execution("x", Map.of());
        unnamed.getMetadata().setName(null);
        unnamed.getMetadata().setGenerateName("made-");

        GenericKubernetesResource created = executions().resource(unnamed).create();

        assertThat(created.getMetadata().getName()).startsWith("made-").hasSizeGreaterThan(5);
    }

    @Test
    void aNewExecutionHasNoStatusEvenIfOneWasSent() {
        GenericKubernetesResource created = executions()
                .resource(withPhase(execution("no-status", Map.of()), "Completed"))
                .create();

        assertThat(created.getAdditionalProperties()).doesNotContainKey("status");
    }

    @Test
    void aNameIsTakenOnce() {
        create("twice", Map.of());

        assertThatThrownBy(() -> create("twice", Map.of()))
                .isInstanceOfSatisfying(KubernetesClientException.class, refusal -> {
                    assertThat(refusal.getCode()).isEqualTo(409);
                    assertThat(refusal.getStatus().getReason()).isEqualTo("AlreadyExists");
                    assertThat(refusal.getStatus().getDetails().getName()).isEqualTo("twice");
                });
    }

    @Test
    void anExecutionWithoutFunctionIsInvalid() {
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
    void aPhaseThatIsNoneIsInvalid() {
        GenericKubernetesResource created = create("phase", Map.of());

        int code = codeOf(
                () -> executions().resource(withPhase(created, "Sleeping")).updateStatus());

        assertThat(code).isEqualTo(422);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(executions().withName("nobody").get()).isNull();
        assertThat(codeOf(() -> executions()
                        .withName("nobody")
                        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}")))
                .isEqualTo(404);
    }

    @Test
    void aListComesInPagesOfOneRevision() {
        IntStream.range(0, 7).forEach(i -> create("e" + i, Map.of()));

        GenericKubernetesResourceList first =
                executions().list(new ListOptionsBuilder().withLimit(3L).build());
        create("e35", Map.of());
        executions().withName("e4").delete();
        List<String> seen = new ArrayList<>(names(first));
        GenericKubernetesResourceList page = first;
        while (page.getMetadata().getContinue() != null
                && !page.getMetadata().getContinue().isEmpty()) {
            page = executions()
                    .list(new ListOptionsBuilder()
                            .withLimit(3L)
                            .withContinue(page.getMetadata().getContinue())
                            .build());
            assertThat(page.getMetadata().getResourceVersion())
                    .isEqualTo(first.getMetadata().getResourceVersion());
            seen.addAll(names(page));
        }

        assertThat(first.getItems()).hasSize(3);
        assertThat(first.getMetadata().getRemainingItemCount()).isEqualTo(4);
        assertThat(seen).containsExactly("e0", "e1", "e2", "e3", "e4", "e5", "e6");
    }

    @Test
    void aListFromTheCacheComesWhole() {
        IntStream.range(0, 5).forEach(i -> create("e" + i, Map.of()));

        GenericKubernetesResourceList list = executions()
                .list(new ListOptionsBuilder()
                        .withLimit(2L)
                        .withResourceVersion("0")
                        .build());

        assertThat(list.getItems()).hasSize(5);
    }

    @Test
    void aListCanBeOfOneNamespaceOrOfAll() {
        create("here", Map.of());

        assertThat(names(executions().list())).containsExactly("here");
        assertThat(everywhere().inAnyNamespace().list().getItems())
                .extracting(item -> item.getMetadata().getNamespace())
                .contains(namespace);
        assertThat(everywhere().inNamespace("default").list().getItems()).isEmpty();
    }

    @Test
    void aListIsNamedForItsKind() {
        create("one", Map.of());

        GenericKubernetesResourceList list = executions().list();

        assertThat(list.getKind()).isEqualTo("ExecutionList");
        assertThat(list.getApiVersion()).isEqualTo(ExecutionCrd.API_VERSION);
        assertThat(list.getItems().get(0).getKind()).isEqualTo("Execution");
    }

    @Test
    void labelsSelect() {
        create("a", Map.of("tier", "front", ExecutionCrd.GROUP_LABEL, "g1"));
        create("b", Map.of("tier", "back"));
        create("c", Map.of());

        assertThat(names(executions().withLabel(ExecutionCrd.GROUP_LABEL, "g1").list()))
                .containsExactly("a");
        assertThat(names(executions().withLabelIn("tier", "front", "back").list()))
                .containsExactly("a", "b");
        assertThat(names(executions().withLabelNotIn("tier", "front").list())).containsExactly("b", "c");
        assertThat(names(executions().withoutLabel("tier").list())).containsExactly("c");
        assertThat(names(executions().withoutLabel("tier", "front").list())).containsExactly("b", "c");
    }

    @Test
    void namesSelect() {
        create("a", Map.of());
        create("b", Map.of());

        assertThat(names(executions().withField("metadata.name", "b").list())).containsExactly("b");
        assertThat(names(executions().withoutField("metadata.name", "b").list()))
                .containsExactly("a");
    }

    @Test
    void theStatusIsWrittenApartFromTheRest() {
        GenericKubernetesResource created = create("apart", Map.of());
        GenericKubernetesResource asked = withPhase(created, "Executing");
        asked.setAdditionalProperty("spec", Map.of("function", "another"));

        GenericKubernetesResource written = executions().resource(asked).updateStatus();

        assertThat((String) written.get("status", "phase")).isEqualTo("Executing");
        assertThat((String) written.get("spec", "function")).isEqualTo("conformance-succeed");
        assertThat(written.getMetadata().getGeneration()).isEqualTo(1);
    }

    @Test
    void theRestIsWrittenApartFromTheStatus() {
        GenericKubernetesResource running = executions()
                .resource(withPhase(create("rest", Map.of()), "Executing"))
                .updateStatus();
        GenericKubernetesResource asked = withPhase(running, "Failed");
        asked.setAdditionalProperty("spec", Map.of("function", "another"));

        GenericKubernetesResource written = executions().resource(asked).update();

        assertThat((String) written.get("status", "phase")).isEqualTo("Executing");
        assertThat((String) written.get("spec", "function")).isEqualTo("another");
        assertThat(written.getMetadata().getGeneration()).isEqualTo(2);
    }

    @Test
    void anUpdateOfAnOldRevisionIsAConflict() {
        GenericKubernetesResource old = create("old", Map.of());
        executions().resource(withPhase(old, "Executing")).updateStatus();

        assertThatThrownBy(() -> executions().resource(withPhase(old, "Failed")).updateStatus())
                .isInstanceOfSatisfying(KubernetesClientException.class, refusal -> {
                    assertThat(refusal.getCode()).isEqualTo(409);
                    assertThat(refusal.getStatus().getReason()).isEqualTo("Conflict");
                });
    }

    @Test
    void aStatusPatchOfAnOldRevisionIsAConflict() {
        GenericKubernetesResource old = create("old", Map.of());
        executions().resource(withPhase(old, "Executing")).updateStatus();
        String patch = "{\"metadata\":{\"resourceVersion\":\"%s\"},\"status\":{\"phase\":\"Failed\"}}"
                .formatted(old.getMetadata().getResourceVersion());

        int code = codeOf(() ->
                executions().withName("old").subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE), patch));

        assertThat(code).isEqualTo(409);
    }

    @Test
    void aMergePatchChangesWhatItNamesAndRemovesWhatIsNull() {
        create("merge", Map.of("keep", "1", "drop", "2"));

        GenericKubernetesResource patched = executions()
                .withName("merge")
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"labels\":{\"drop\":null,\"new\":\"3\"}}}");

        assertThat(patched.getMetadata().getLabels()).isEqualTo(Map.of("keep", "1", "new", "3"));
    }

    @Test
    void aJsonPatchIsDoneInOrder() {
        create("operations", Map.of());

        GenericKubernetesResource patched = executions()
                .withName("operations")
                .patch(
                        PatchContext.of(PatchType.JSON),
                        "[{\"op\":\"test\",\"path\":\"/spec/function\",\"value\":\"conformance-succeed\"},"
                                + "{\"op\":\"replace\",\"path\":\"/spec/function\",\"value\":\"other\"}]");

        assertThat((String) patched.get("spec", "function")).isEqualTo("other");
    }

    @Test
    void aJsonPatchWhoseTestFailsChangesNothing() {
        create("test", Map.of());

        int code = codeOf(() -> executions()
                .withName("test")
                .patch(
                        PatchContext.of(PatchType.JSON),
                        "[{\"op\":\"test\",\"path\":\"/spec/function\",\"value\":\"x\"},"
                                + "{\"op\":\"replace\",\"path\":\"/spec/function\",\"value\":\"other\"}]"));

        assertThat(code).isEqualTo(422);
        assertThat((String) executions().withName("test").get().get("spec", "function"))
                .isEqualTo("conformance-succeed");
    }

    @Test
    void anUpdateThatChangesNothingMakesNoRevision() {
        GenericKubernetesResource created = create("same", Map.of());

        GenericKubernetesResource updated = executions().resource(created).update();

        assertThat(updated.getMetadata().getResourceVersion())
                .isEqualTo(created.getMetadata().getResourceVersion());
    }

    @Test
    void aDeletionOfAnotherObjectOfThatNameIsAConflict() {
        GenericKubernetesResource created = create("other", Map.of());

        int code = codeOf(() -> client().raw(
                        "/apis/kontinue.cloud/v1alpha1/namespaces/" + namespace + "/executions/other",
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
    void anExecutionWithAFinalizerGoesWithIt() {
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
    void aCollectionIsDeletedByLabel() {
        create("a", Map.of("drop", "yes"));
        create("b", Map.of());

        executions().withLabel("drop", "yes").delete();

        assertThat(names(executions().list())).containsExactly("b");
    }

    @Test
    void anObjectNeedsItsNamespace() {
        GenericKubernetesResource lost = execution("lost", Map.of());
        lost.getMetadata().setNamespace("nowhere");

        int code =
                codeOf(() -> everywhere().inNamespace("nowhere").resource(lost).create());

        assertThat(code).isEqualTo(404);
    }
}
