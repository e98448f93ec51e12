package cloud.kontinue.metrics.exporter.kubernetes;

import java.io.InputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The little of JSON that is needed here, token by token. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** What is done with one field of an object; the parser stands at its value and is left at its value's end. */
    @FunctionalInterface
    interface Field {
        void read(String name);
    }

    static JsonParser parser(InputStream in) {
        return FACTORY.createParser(ObjectReadContext.empty(), in);
    }

    static JsonParser parser(byte[] bytes) {
        return FACTORY.createParser(ObjectReadContext.empty(), bytes);
    }

    /** Reads the object at which the parser stands; a value that is no object has no fields. */
    static void fields(JsonParser parser, Field field) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            field.read(name);
        }
    }

    /** Returns the scalar at which the parser stands, as text; empty for null, objects and arrays, which are skipped. */
    static String text(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_NULL
                || !parser.currentToken().isScalarValue()) {
            parser.skipChildren();
            return "";
        }
        return parser.getString();
    }
}
