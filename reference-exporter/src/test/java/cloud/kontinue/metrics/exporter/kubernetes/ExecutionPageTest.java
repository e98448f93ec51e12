package cloud.kontinue.metrics.exporter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.kontinue.metrics.exporter.execution.Execution;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class ExecutionPageTest {

    private final List<Execution> read = new ArrayList<>();

    @Test
    void readsWhatAWorkerNeedsAndSkipsTheRest() {
        read("""
                {"kind":"ExecutionList","items":[{"metadata":{"name":"n","namespace":"a","uid":"u","resourceVersion":"7",
                "creationTimestamp":"2026-11-22T00:00:00Z","ownerReferences":[{"name":"other","uid":"x"}],
                "labels":{"app":"x","kontinue.cloud/worker-group":"g"}},
                "spec":{"function":"f","arguments":{"seconds":1.4,"name":"é","deep":{"function":"no"},"list":[1,[2]]}},
                "status":{"phase":"Executing","worker":"w","conditions":[{"phase":"no"}]}}],
                "metadata":{"continue":"next","resourceVersion":"9"}}
                """);

        assertThat(read)
                .containsExactly(new Execution(
                        "a",
                        "n",
                        "u",
                        "7",
                        "2026-11-22T00:00:00Z",
                        "g",
                        "f",
                        Map.of("seconds", "1.4", "name", "é", "deep", "", "list", ""),
                        "Executing",
                        "w"));
    }

    @Test
    void readsTheTokenOfTheNextPageWhereverItStands() {
        var page = read("{\"items\":[],\"metadata\":{\"continue\":\"next\",\"resourceVersion\":\"9\"}}");

        assertThat(page).isEqualTo(new ExecutionPage("next"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metadata\":{\"name\":\"n\"}}",
                "{\"metadata\":{\"name\":\"n\",\"labels\":null},\"spec\":null,\"status\":null}",
                "{\"metadata\":{\"name\":\"n\"},\"spec\":{\"arguments\":null},\"status\":{\"phase\":null,\"worker\":null}}",
                "{\"metadata\":{\"name\":\"n\"},\"spec\":[],\"status\":\"odd\"}"
            })
    void takesWhatIsMissingForEmpty(String execution) {
        read("{\"items\":[" + execution + "]}");

        assertThat(read)
                .containsExactly(new Execution("", "n", "", "", "", "", "", Map.of(), "", ""))
                .allMatch(Execution::pending);
    }

    @Test
    void refusesAPageThatIsCutShort() {
        assertThatThrownBy(() -> read("{\"metadata\":{\"resourceVersion\":\"9\"},\"items\":[{\"metadata\":{}}"))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesWhatIsNoList() {
        assertThatThrownBy(() -> read("[]")).isInstanceOf(JacksonException.class);
    }

    private ExecutionPage read(String json) {
        return ExecutionPage.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), read::add);
    }
}
