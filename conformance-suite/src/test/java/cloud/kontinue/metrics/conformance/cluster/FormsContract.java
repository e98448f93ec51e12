package cloud.kontinue.metrics.conformance.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The forms in which a cluster answers: plain, as tables for people, as metadata alone; and what it says of itself. */
interface FormsContract extends ContractSupport {

    @Test
    default void aTableHasTheColumnsOfTheDefinition() throws Exception {
        executions().resource(withPhase(create("row", Map.of()), "Suspended")).updateStatus();

        Raw table = raw("", "application/json;as=Table;v=v1;g=meta.k8s.io,application/json");

        assertThat(table.body())
                .contains("\"kind\":\"Table\"", "\"name\":\"Function\"", "\"name\":\"Phase\"", "\"name\":\"Worker\"")
                .contains("\"cells\":[\"row\",\"conformance-succeed\",\"Suspended\"");
    }

    @Test
    default void metadataCanBeHadAlone() throws Exception {
        create("whole", Map.of());

        Raw partial = raw("", "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io");

        assertThat(partial.body())
                .contains("\"kind\":\"PartialObjectMetadataList\"", "\"name\":\"whole\"")
                .doesNotContain("conformance-succeed\"}");
    }

    @Test
    default void whoCannotReadJsonIsToldSo() throws Exception {
        assertThat(raw("", "text/html").code()).isEqualTo(406);
    }

    @Test
    default void aWrongSelectorIsABadRequest() throws Exception {
        assertThat(raw("labelSelector=a%20b", "application/json").code()).isEqualTo(400);
        assertThat(raw("fieldSelector=spec.nothing%3D1", "application/json").code())
                .isEqualTo(400);
    }

    @Test
    default void theClusterTellsItsVersion() {
        assertThat(client().getKubernetesVersion().getGitVersion())
                .isEqualTo(cluster().kubernetesVersion());
    }

    @Test
    default void executionsAreDiscovered() {
        assertThat(client().getApiResources(ExecutionCrd.API_VERSION).getResources())
                .extracting(resource -> resource.getName())
                .containsExactlyInAnyOrder("executions", "executions/status");
    }

    @Test
    default void theDefinitionIsListed() {
        assertThat(client().apiextensions()
                        .v1()
                        .customResourceDefinitions()
                        .list()
                        .getItems())
                .extracting(definition -> definition.getMetadata().getName())
                .contains(ExecutionCrd.NAME);
    }

    @Test
    default void anIdentityAlwaysHasTheSameAccess() {
        assertThat(cluster().access("W1")).isEqualTo(cluster().access("W1"));
    }
}
