package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.execution.Execution;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;

/** Reads one Execution, in the JSON of the API, and forgets all but what a worker needs. */
final class ExecutionReader {

    static final String GROUP_LABEL = "kontinue.cloud/worker-group";

    private final JsonParser parser;
    private String namespace = "";
    private String name = "";
    private String uid = "";
    private String resourceVersion = "";
    private String createdAt = "";
    private String group = "";
    private String function = "";
    private Map<String, String> arguments = Map.of();
    private String phase = "";
    private String worker = "";

    private ExecutionReader(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads the object at which the parser stands. */
    static Execution read(JsonParser parser) {
        return new ExecutionReader(parser).execution();
    }

    private Execution execution() {
        Json.fields(parser, field -> {
            switch (field) {
                case "metadata" -> Json.fields(parser, this::metadata);
                case "spec" -> Json.fields(parser, this::spec);
                case "status" -> Json.fields(parser, this::status);
                default -> parser.skipChildren();
            }
        });
        return new Execution(
                namespace, name, uid, resourceVersion, createdAt, group, function, arguments, phase, worker);
    }

    private void metadata(String field) {
        switch (field) {
            case "namespace" -> namespace = Json.text(parser);
            case "name" -> name = Json.text(parser);
            case "uid" -> uid = Json.text(parser);
            case "resourceVersion" -> resourceVersion = Json.text(parser);
            case "creationTimestamp" -> createdAt = Json.text(parser);
            case "labels" ->
                Json.fields(parser, label -> {
                    var value = Json.text(parser);
                    if (label.equals(GROUP_LABEL)) {
                        group = value;
                    }
                });
            default -> parser.skipChildren();
        }
    }

    private void spec(String field) {
        switch (field) {
            case "function" -> function = Json.text(parser);
            case "arguments" -> {
                var read = new HashMap<String, String>();
                Json.fields(parser, argument -> read.put(argument, Json.text(parser)));
                arguments = read;
            }
            default -> parser.skipChildren();
        }
    }

    private void status(String field) {
        switch (field) {
            case "phase" -> phase = Json.text(parser);
            case "worker" -> worker = Json.text(parser);
            default -> parser.skipChildren();
        }
    }
}
