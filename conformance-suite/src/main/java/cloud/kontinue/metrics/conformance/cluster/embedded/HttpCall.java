package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as it came over HTTP.
 *
 * @param identity whose listener it came to
 * @param path its segments, decoded
 * @param query raw; empty where there is none
 * @param parameters of the query, decoded; of a repeated one the first
 */
@SuppressWarnings("ArrayRecordComponent")
record HttpCall(
        String identity,
        String method,
        List<String> path,
        String query,
        Map<String, String> parameters,
        String accept,
        String contentType,
        byte[] body) {

    private static final Pattern SLASH = Pattern.compile("/");
    private static final ProtobufReader PROTOBUF = new ProtobufReader();
    private static final Pattern AMPERSAND = Pattern.compile("&");

    /**
     * Reads a request's path and query.
     *
     * @throws Problem 400 for wrong escapes
     */
    static HttpCall of(
            String identity, String method, String path, String query, String accept, String contentType, byte[] body) {
        try {
            List<String> segments = SLASH.splitAsStream(path.startsWith("/") ? path.substring(1) : path)
                    .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .toList();
            Map<String, String> parameters = new HashMap<>();
            AMPERSAND.splitAsStream(query).filter(part -> !part.isEmpty()).forEach(part -> {
                String[] pair = part.split("=", 2);
                parameters.putIfAbsent(
                        URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        pair.length > 1 ? URLDecoder.decode(pair[1], StandardCharsets.UTF_8) : "");
            });
            return new HttpCall(identity, method, segments, query, Map.copyOf(parameters), accept, contentType, body);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("the path or query of the request has a wrong escape");
        }
    }

    /** Tells whether it asks for one path, given without its first slash. */
    boolean isAt(String wanted) {
        return String.join("/", path).equals(wanted);
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    boolean flag(String name) {
        String value = parameter(name).toLowerCase(Locale.ROOT);
        return value.equals("true") || value.equals("1");
    }

    /**
     * Reads the object in the body.
     *
     * @throws Problem 400 for what is none, 415 for an encoding that is not known
     */
    ObjectNode object() {
        return switch (mediaType()) {
            case "", "application/json" -> Json.receivedObject(body, false);
            case "application/yaml" -> Json.receivedObject(body, true);
            case ProtobufReader.MEDIA_TYPE -> PROTOBUF.read(body);
            default -> throw Problem.unsupportedMediaType("application/json, application/yaml");
        };
    }

    /** Returns the media type of the body, without its parameters, in lower case. */
    String mediaType() {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
