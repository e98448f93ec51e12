package cloud.kontinue.metrics.conformance.cluster.embedded;

import tools.jackson.databind.node.ObjectNode;

/** A request for a resource, understood. */
record ApiCall(HttpCall http, Target target, Verb verb) {

    /** What is to be done, in the words of Kubernetes' audit log. */
    enum Verb {
        GET,
        LIST,
        WATCH,
        CREATE,
        UPDATE,
        PATCH,
        DELETE,
        DELETECOLLECTION
    }

    static ApiCall of(HttpCall http, Target target) {
        boolean collection = target.name().isEmpty();
        Verb verb =
                switch (http.method()) {
                    case "GET", "HEAD" ->
                        http.flag("watch") && !target.isStatus() ? Verb.WATCH : collection ? Verb.LIST : Verb.GET;
                    case "POST" -> Verb.CREATE;
                    case "PUT" -> Verb.UPDATE;
                    case "PATCH" -> Verb.PATCH;
                    case "DELETE" -> collection ? Verb.DELETECOLLECTION : Verb.DELETE;
                    default -> throw Problem.methodNotAllowed();
                };
        boolean onObject = verb == Verb.UPDATE || verb == Verb.PATCH;
        boolean known = target.type().stored() || verb == Verb.CREATE;
        if (!known
                || (onObject && collection)
                || (verb == Verb.CREATE && !collection)
                || (verb == Verb.DELETE && target.isStatus())) {
            throw Problem.methodNotAllowed();
        }
        return new ApiCall(http, target, verb);
    }

    String parameter(String name) {
        return http.parameter(name);
    }

    boolean flag(String name) {
        return http.flag(name);
    }

    boolean dryRun() {
        String dryRun = parameter("dryRun");
        if (!dryRun.isEmpty() && !dryRun.equals("All")) {
            throw Problem.badRequest("Invalid value: \"" + dryRun + "\": dryRun must be All or absent");
        }
        return !dryRun.isEmpty();
    }

    /** Reads the object in the body, which must be of the kind that the path says. */
    ObjectNode object() {
        return checked(http.object());
    }

    /** Checks that an object is of the kind that the path says; one that does not say its kind is taken to be. */
    ObjectNode checked(ObjectNode object) {
        ResourceType type = target.type();
        String kind = Json.text(object, "kind");
        String apiVersion = Json.text(object, "apiVersion");
        if (!(kind.isEmpty() || kind.equals(type.kind()))
                || !(apiVersion.isEmpty() || apiVersion.equals(type.apiVersion()))) {
            throw Problem.badRequest("the object provided is unrecognized: expected " + type.apiVersion() + ", Kind="
                    + type.kind() + ", found " + apiVersion + ", Kind=" + kind);
        }
        object.put("kind", type.kind()).put("apiVersion", type.apiVersion());
        return object;
    }
}
