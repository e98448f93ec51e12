package cloud.kontinue.metrics.conformance.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How Executions are listed: by pages, by namespace, by label and by name. */
interface ListsContract extends ContractSupport {

    @Test
    default void aListComesInPagesOfOneRevision() {
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
    default void aListFromTheCacheComesWhole() {
        IntStream.range(0, 5).forEach(i -> create("e" + i, Map.of()));

        GenericKubernetesResourceList list = executions()
                .list(new ListOptionsBuilder()
                        .withLimit(2L)
                        .withResourceVersion("0")
                        .build());

        assertThat(list.getItems()).hasSize(5);
    }

    @Test
    default void aListCanBeOfOneNamespaceOrOfAll() {
        create("here", Map.of());

        assertThat(names(executions().list())).containsExactly("here");
        assertThat(everywhere().inAnyNamespace().list().getItems())
                .extracting(item -> item.getMetadata().getNamespace())
                .contains(namespace());
    }

    @Test
    default void aListIsNamedForItsKind() {
        create("one", Map.of());

        GenericKubernetesResourceList list = executions().list();

        assertThat(list.getKind()).isEqualTo("ExecutionList");
        assertThat(list.getApiVersion()).isEqualTo(ExecutionCrd.API_VERSION);
        assertThat(list.getItems().get(0).getKind()).isEqualTo("Execution");
    }

    @Test
    default void labelsSelect() {
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
    default void namesSelect() {
        create("a", Map.of());
        create("b", Map.of());

        assertThat(names(executions().withField("metadata.name", "b").list())).containsExactly("b");
        assertThat(names(executions().withoutField("metadata.name", "b").list()))
                .containsExactly("a");
    }
}
