package cloud.kontinue.metrics.conformance.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cloud.kontinue.metrics.conformance.recording.ExecutionObserved;
import cloud.kontinue.metrics.conformance.recording.ExecutionObserved.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExecutionViewTest {

    private final List<ExecutionObserved> observed = new ArrayList<>();
    private final ExecutionView view = new ExecutionView(Optional.of("status.worker"), observed::add);

    @Test
    void tellsFunctionGroupPhaseAndOwner() {
        view.changed(7, Change.ADDED, execution("e1", "u1", "10", "Executing", "w1"));

        assertThat(observed)
                .containsExactly(new ExecutionObserved(
                        7, Change.ADDED, "a", "e1", "u1", "10", "send-email", "g1", "Executing", "w1"));
    }

    @Test
    void tellsEmptyTextsWhereThereIsNoStatusYet() {
        view.changed(7, Change.ADDED, ExecutionApi.json("{\"metadata\":{\"namespace\":\"a\",\"name\":\"e1\"}}"));

        assertThat(observed).containsExactly(new ExecutionObserved(7, Change.ADDED, "a", "e1", "", "", "", "", "", ""));
    }

    @Test
    void readsTheOwnerFromTheFieldOfTheProfile() {
        ExecutionView other = new ExecutionView(Optional.of("metadata.labels.owner"), observed::add);

        other.changed(
                1,
                Change.ADDED,
                ExecutionApi.json("{\"metadata\":{\"name\":\"e1\",\"labels\":{\"owner\":\"someone\"}}}"));

        assertThat(observed).extracting(ExecutionObserved::owner).containsExactly("someone");
    }

    @Test
    void tellsOfAnExecutionOnceThoughTheListingAndTheWatchBothShowIt() {
        view.listed(1, List.of(execution("e1", "u1", "10", "", "")));

        view.changed(2, Change.ADDED, execution("e1", "u1", "10", "", ""));

        assertThat(observed).hasSize(1);
    }

    @Test
    void tellsAfterASecondListingWhatChangedMeanwhileInTheOrderOfTheChanges() {
        view.listed(
                1,
                List.of(
                        execution("stays", "u1", "1", "", ""),
                        execution("goes", "u2", "2", "", ""),
                        execution("moves", "u3", "3", "", "")));
        observed.clear();

        view.listed(
                2,
                List.of(
                        execution("new", "u4", "101", "", ""),
                        execution("moves", "u3", "99", "Completed", "w1"),
                        execution("stays", "u1", "1", "", "")));

        assertThat(observed)
                .extracting(ExecutionObserved::change, ExecutionObserved::name)
                .containsExactly(
                        tuple(Change.DELETED, "goes"), tuple(Change.MODIFIED, "moves"), tuple(Change.ADDED, "new"));
    }

    @Test
    void tellsOfADeletionWhereTheNameCameBackAsAnother() {
        view.listed(1, List.of(execution("e1", "old", "1", "", "")));
        observed.clear();

        view.listed(2, List.of(execution("e1", "new", "9", "", "")));

        assertThat(observed)
                .extracting(ExecutionObserved::change, ExecutionObserved::uid)
                .containsExactly(tuple(Change.DELETED, "old"), tuple(Change.ADDED, "new"));
    }

    static JsonNode execution(String name, String uid, String version, String phase, String owner) {
        return ExecutionApi.json("""
                {"metadata": {"namespace": "a", "name": "%s", "uid": "%s", "resourceVersion": "%s",
                              "labels": {"kontinue.cloud/worker-group": "g1"}},
                 "spec": {"function": "send-email"}, "status": {"phase": "%s", "worker": "%s"}}
                """.formatted(name, uid, version, phase, owner));
    }
}
