package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.Execution;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One event of a watch.
 *
 * @param type {@code ADDED}, {@code MODIFIED}, {@code DELETED} or {@code BOOKMARK}
 * @param execution as it is at that event; of a bookmark only the resource version is meant
 */
record WatchEvent(String type, Execution execution) {

    /**
     * Waits for the next event and reads it; empty where the watch has ended.
     *
     * @throws ClusterException for an event that tells of an error, such as a resource version that is too old
     */
    static Optional<WatchEvent> next(JsonParser parser) throws ClusterException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        return Optional.of(new Reading(parser).event());
    }

    private static final class Reading {

        private final JsonParser parser;
        private String type = "";
        private Optional<Execution> execution = Optional.empty();
        private int code;
        private String message = "";

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        WatchEvent event() throws ClusterException {
            Json.fields(parser, field -> {
                switch (field) {
                    case "type" -> type = Json.text(parser);
                    case "object" -> object();
                    default -> parser.skipChildren();
                }
            });
            if (type.equals("ERROR") || execution.isEmpty()) {
                throw ClusterException.answered(code, "the watch told of an error: " + code + " " + message);
            }
            return new WatchEvent(type, execution.get());
        }

        /** Kubernetes writes the type first, so that what follows is known. */
        private void object() {
            if (!type.equals("ERROR")) {
                execution = Optional.of(ExecutionReader.read(parser));
                return;
            }
            Json.fields(parser, field -> {
                switch (field) {
                    case "code" -> code = parser.getValueAsInt();
                    case "message" -> message = Json.text(parser);
                    default -> parser.skipChildren();
                }
            });
        }
    }
}
