package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.io.Serial;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request that is refused, as a {@code Status} object says it. */
final class Problem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int code;
    private final String reason;
    private final transient ObjectNode details;

    /** One field that is wrong. */
    record Cause(String reason, String field, String message) {}

    private Problem(int code, String reason, String message, ObjectNode details) {
        super(message, null, false, false);
        this.code = code;
        this.reason = reason;
        this.details = details;
    }

    static Problem badRequest(String message) {
        return new Problem(400, "BadRequest", message, Json.object());
    }

    static Problem noSuchPath() {
        return new Problem(404, "NotFound", "the server could not find the requested resource", Json.object());
    }

    static Problem methodNotAllowed() {
        return new Problem(
                405,
                "MethodNotAllowed",
                "the server does not allow this method on the requested resource",
                Json.object());
    }

    static Problem notAcceptable() {
        return new Problem(
                406, "NotAcceptable", "only the following media types are accepted: application/json", Json.object());
    }

    static Problem unsupportedMediaType(String accepted) {
        return new Problem(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include: " + accepted,
                Json.object());
    }

    static Problem tooLarge() {
        return new Problem(413, "RequestEntityTooLarge", "Request entity too large: limit is 3145728", Json.object());
    }

    static Problem internal() {
        return new Problem(500, "InternalError", "the embedded cluster failed on this request", Json.object());
    }

    /** A list or watch from a revision that is no longer kept. */
    static Problem expired(String message) {
        return new Problem(410, "Expired", message, Json.object());
    }

    /** A revision that is yet to come. */
    static Problem notYet(long asked, long current) {
        ObjectNode details = Json.object().put("retryAfterSeconds", 1);
        details.putArray("causes")
                .addObject()
                .put("reason", "ResourceVersionTooLarge")
                .put("message", "Too large resource version");
        return new Problem(504, "Timeout", "Too large resource version: " + asked + ", current: " + current, details);
    }

    static Problem notFound(ResourceType type, String name) {
        return new Problem(
                404, "NotFound", type.qualified() + " \"" + name + "\" not found", details(type, type.plural(), name));
    }

    static Problem alreadyExists(ResourceType type, String name) {
        return new Problem(
                409,
                "AlreadyExists",
                type.qualified() + " \"" + name + "\" already exists",
                details(type, type.plural(), name));
    }

    static Problem conflict(ResourceType type, String name, String why) {
        return new Problem(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + type.qualified() + " \"" + name + "\": " + why,
                details(type, type.plural(), name));
    }

    static Problem mayNotList(ResourceType type, String user, String namespace) {
        String where = namespace.isEmpty() ? "at the cluster scope" : "in the namespace \"" + namespace + "\"";
        return new Problem(
                403,
                "Forbidden",
                type.qualified() + " is forbidden: User \"" + user + "\" cannot list resource \"" + type.plural()
                        + "\" in API group \"" + type.group() + "\" " + where,
                details(type, type.plural(), ""));
    }

    static Problem invalid(ResourceType type, String name, List<Cause> causes) {
        ObjectNode details = details(type, type.kind(), name);
        String qualified = type.group().isEmpty() ? type.kind() : type.kind() + "." + type.group();
        return invalid(qualified + " \"" + name + "\"", details, causes);
    }

    /** Options of a list or watch that contradict each other. */
    static Problem invalidOptions(String field, String message) {
        ObjectNode details = Json.object().put("group", "meta.k8s.io").put("kind", "ListOptions");
        return invalid(
                "ListOptions.meta.k8s.io \"\"", details, List.of(new Cause("FieldValueForbidden", field, message)));
    }

    /** A patch that cannot be applied. */
    static Problem unprocessable(String message) {
        return new Problem(422, "Invalid", message, Json.object());
    }

    private static Problem invalid(String what, ObjectNode details, List<Cause> causes) {
        ArrayNode list = details.putArray("causes");
        causes.forEach(cause -> list.addObject()
                .put("reason", cause.reason())
                .put("message", cause.message())
                .put("field", cause.field()));
        List<String> lines = causes.stream()
                .map(cause -> cause.field() + ": " + cause.message())
                .toList();
        String all = lines.size() == 1 ? lines.get(0) : "[" + String.join(", ", lines) + "]";
        return new Problem(422, "Invalid", what + " is invalid: " + all, details);
    }

    private static ObjectNode details(ResourceType type, String kind, String name) {
        ObjectNode details = Json.object();
        if (!name.isEmpty()) {
            details.put("name", name);
        }
        if (!type.group().isEmpty()) {
            details.put("group", type.group());
        }
        return details.put("kind", kind);
    }

    int code() {
        return code;
    }

    /** Returns the {@code Status} object that a client is answered with. */
    ObjectNode status() {
        ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Failure").put("message", getMessage()).put("reason", reason);
        if (!details.isEmpty()) {
            status.set("details", details);
        }
        return status.put("code", code);
    }
}
