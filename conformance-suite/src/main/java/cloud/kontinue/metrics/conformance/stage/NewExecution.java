package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.cluster.ExecutionCrd;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An Execution that the run is about to create.
 *
 * @param function {@code spec.function}
 * @param group its worker group
 * @param seconds {@code spec.arguments.seconds}, where the function takes it
 */
record NewExecution(String namespace, String name, String function, String group, OptionalDouble seconds) {

    JsonNode json(String runId) {
        ObjectNode execution = JsonMapper.shared().createObjectNode();
        execution.put("apiVersion", ExecutionCrd.API_VERSION).put("kind", ExecutionCrd.KIND);
        ObjectNode metadata = execution.putObject("metadata");
        metadata.put("name", name).put("namespace", namespace);
        metadata.putObject("labels").put(ExecutionCrd.GROUP_LABEL, group).put(ExecutionApi.RUN_LABEL, runId);
        ObjectNode spec = execution.putObject("spec");
        spec.put("function", function);
        seconds.ifPresent(value -> spec.putObject("arguments").put("seconds", value));
        return execution;
    }
}
