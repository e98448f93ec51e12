package cloud.kontinue.metrics.conformance.cluster.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.cluster.ExecutionCrd;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** The schema of the Execution CRD, tried on Executions right and wrong. */
class SchemaTest {

    private final Schema schema = ResourceType.ofDefinition(Json.receivedObject(ExecutionCrd.yaml(), true))
            .schema()
            .orElseThrow();

    private static ObjectNode object(String json) {
        return Json.receivedObject(json.getBytes(StandardCharsets.UTF_8), false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{`spec`:{`function`:`f`}}                                     | ''",
                "{`spec`:{`function`:`f`,`arguments`:{`deep`:{`any`:[1]}}}}    | ''",
                "{`spec`:{`function`:`f`},`status`:{`phase`:`Backoff`}}        | ''",
                "{}                                                            | spec",
                "{`spec`:{}}                                                   | spec.function",
                "{`spec`:{`function`:``}}                                      | spec.function",
                "{`spec`:{`function`:7}}                                       | spec.function",
                "{`spec`:{`function`:`f`,`arguments`:[]}}                      | spec.arguments",
                "{`spec`:{`function`:`f`},`status`:{`phase`:`completed`}}      | status.phase",
                "{`spec`:{`function`:`f`},`status`:{`startTime`:`yesterday`}}  | status.startTime",
                "{`spec`:{`function`:`f`},`status`:[]}                         | status",
            })
    void namesTheFieldThatIsWrong(String execution, String field) {
        assertThat(schema.check(object(execution.replace('`', '"'))))
                .extracting(Problem.Cause::field)
                .isEqualTo(field.isEmpty() ? List.of() : List.of(field));
    }

    @Test
    void prunesWhatItDoesNotKnow() {
        ObjectNode execution = object(
                "{\"metadata\":{\"x\":1},\"spec\":{\"function\":\"f\",\"mine\":1},\"extra\":{\"a\":1},\"status\":{\"b\":2}}");

        assertThat(schema.prune(execution)).containsExactly("extra");
        assertThat(execution)
                .hasToString("{\"metadata\":{\"x\":1},\"spec\":{\"function\":\"f\",\"mine\":1},\"status\":{\"b\":2}}");
    }
}
