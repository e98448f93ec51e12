package cloud.kontinue.metrics.conformance.cluster.embedded;

import cloud.kontinue.metrics.conformance.cluster.embedded.Problem.Cause;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What an object must look like before it is kept. */
final class Validation {

    private Validation() {}

    /**
     * Prunes what the type's schema does not know and checks the rest.
     *
     * @return warnings about what was pruned, where the client wants them
     * @throws Problem 400 for unknown fields where the client is strict, 422 for a wrong object
     */
    static List<String> check(ApiCall call, ObjectNode object, String name) {
        ResourceType type = call.target().type();
        if (type.schema().isEmpty()) {
            return List.of();
        }
        Schema schema = type.schema().get();
        List<String> unknown = schema.prune(object).stream()
                .map(path -> "unknown field \"" + path + "\"")
                .toList();
        String strictness = call.parameter("fieldValidation");
        if (!unknown.isEmpty() && strictness.equals("Strict")) {
            throw Problem.badRequest(type.kind() + " in version \"" + type.version() + "\" cannot be handled as a "
                    + type.kind() + ": strict decoding error: " + String.join(", ", unknown));
        }
        List<Cause> causes = schema.check(object);
        if (!causes.isEmpty()) {
            throw Problem.invalid(type, name, causes);
        }
        return strictness.equals("Ignore") ? List.of() : unknown;
    }
}
