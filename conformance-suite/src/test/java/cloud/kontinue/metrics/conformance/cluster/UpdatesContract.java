package cloud.kontinue.metrics.conformance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How Executions are changed: the status apart from the rest, by patches, and never over another change. */
interface UpdatesContract extends ContractSupport {

    @Test
    default void aPhaseThatIsNoneIsInvalid() {
        GenericKubernetesResource created = create("phase", Map.of());

        int code = codeOf(
                () -> executions().resource(withPhase(created, "Sleeping")).updateStatus());

        assertThat(code).isEqualTo(422);
    }

    @Test
    default void theStatusIsWrittenApartFromTheRest() {
        GenericKubernetesResource created = create("apart", Map.of());
        GenericKubernetesResource asked = withPhase(created, "Executing");
        asked.setAdditionalProperty("spec", Map.of("function", "another"));

        GenericKubernetesResource written = executions().resource(asked).updateStatus();

        assertThat((String) written.get("status", "phase")).isEqualTo("Executing");
        assertThat((String) written.get("spec", "function")).isEqualTo("conformance-succeed");
        assertThat(written.getMetadata().getGeneration()).isEqualTo(1);
    }

    @Test
    default void theRestIsWrittenApartFromTheStatus() {
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
    default void anUpdateOfAnOldRevisionIsAConflict() {
        GenericKubernetesResource old = create("old", Map.of());
        executions().resource(withPhase(old, "Executing")).updateStatus();

        assertThatThrownBy(() -> executions().resource(withPhase(old, "Failed")).updateStatus())
                .isInstanceOfSatisfying(KubernetesClientException.class, refusal -> {
                    assertThat(refusal.getCode()).isEqualTo(409);
                    assertThat(refusal.getStatus().getReason()).isEqualTo("Conflict");
                });
    }

    @Test
    default void aStatusPatchOfAnOldRevisionIsAConflict() {
        GenericKubernetesResource old = create("old", Map.of());
        executions().resource(withPhase(old, "Executing")).updateStatus();
        String patch = "{\"metadata\":{\"resourceVersion\":\"%s\"},\"status\":{\"phase\":\"Failed\"}}"
                .formatted(old.getMetadata().getResourceVersion());

        int code = codeOf(() ->
                executions().withName("old").subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE), patch));

        assertThat(code).isEqualTo(409);
    }

    @Test
    default void aMergePatchChangesWhatItNamesAndRemovesWhatIsNull() {
        create("merge", Map.of("keep", "1", "drop", "2"));

        GenericKubernetesResource patched = executions()
                .withName("merge")
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"labels\":{\"drop\":null,\"new\":\"3\"}}}");

        assertThat(patched.getMetadata().getLabels()).isEqualTo(Map.of("keep", "1", "new", "3"));
    }

    @Test
    default void aJsonPatchIsDoneInOrder() {
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
    default void aJsonPatchWhoseTestFailsChangesNothing() {
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
    default void anUpdateThatChangesNothingMakesNoRevision() {
        GenericKubernetesResource created = create("same", Map.of());

        GenericKubernetesResource updated = executions().resource(created).update();

        assertThat(updated.getMetadata().getResourceVersion())
                .isEqualTo(created.getMetadata().getResourceVersion());
    }
}
