package cloud.kontinue.metrics.exporter.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/** Reads the {@code message} of a Kubernetes {@code Status}, or the first line of whatever else came. */
final class StatusMessage {

    private static final int LONGEST = 4096;

    private StatusMessage() {}

    static String read(InputStream body) throws IOException {
        var bytes = body.readNBytes(LONGEST);
        try (var parser = Json.parser(bytes)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    var name = parser.currentName();
                    parser.nextToken();
                    if (name.equals("message")) {
                        return firstLine(Json.text(parser));
                    }
                    parser.skipChildren();
                }
            }
        } catch (JacksonException notJson) {
            return firstLine(new String(bytes, StandardCharsets.UTF_8));
        }
        return "";
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
