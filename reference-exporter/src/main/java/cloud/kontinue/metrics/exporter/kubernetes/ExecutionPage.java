package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.execution.Execution;
import java.io.InputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * What one page of a listing says of itself.
 *
 * @param next the token that asks for the next page; empty on the last
 */
record ExecutionPage(String next) {

    /** Hands over the Executions one by one while the page arrives, and keeps none. */
    static ExecutionPage read(InputStream body, Consumer<Execution> each) {
        try (var parser = Json.parser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new StreamReadException(parser, "a list of Executions was expected, and no JSON object came");
            }
            return new Reading(parser, each).page();
        }
    }

    private static final class Reading {

        private final JsonParser parser;
        private final Consumer<Execution> each;
        private String next = "";

        Reading(JsonParser parser, Consumer<Execution> each) {
            this.parser = parser;
            this.each = each;
        }

        ExecutionPage page() {
            Json.fields(parser, field -> {
                switch (field) {
                    case "metadata" -> Json.fields(parser, this::metadata);
                    case "items" -> items();
                    default -> parser.skipChildren();
                }
            });
            return new ExecutionPage(next);
        }

        private void metadata(String field) {
            if (field.equals("continue")) {
                next = Json.text(parser);
            } else {
                parser.skipChildren();
            }
        }

        private void items() {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    each.accept(ExecutionReader.read(parser));
                }
            }
        }
    }
}
