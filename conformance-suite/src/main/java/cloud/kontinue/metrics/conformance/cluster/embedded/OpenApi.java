package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenAPI documents: enough for {@code kubectl} to explain the CRD's types, and to know that the server validates
 * fields itself. Version 2 has no definitions, so clients fall back to what they have built in.
 */
final class OpenApi {

    private final ResourceTypes types;

    OpenApi(ResourceTypes types) {
        this.types = types;
    }

    Optional<Answer> answer(HttpCall call) {
        String path = String.join("/", call.path());
        boolean json = call.accept().isEmpty()
                || call.accept().contains("json")
                || call.accept().contains("*/*");
        if (!path.startsWith("openapi/")) {
            return Optional.empty();
        } else if (!json) {
            throw Problem.notAcceptable();
        } else if (path.equals("openapi/v2")) {
            ObjectNode document = document("swagger", "2.0");
            document.putObject("definitions");
            return Optional.of(Answer.Document.json(200, document));
        } else if (path.equals("openapi/v3")) {
            return Optional.of(Answer.Document.json(200, index()));
        }
        List<ResourceType> described = types.all()
                .filter(type -> path.equals("openapi/v3/" + root(type)))
                .toList();
        return described.isEmpty() ? Optional.empty() : Optional.of(Answer.Document.json(200, describe(described)));
    }

    private static String root(ResourceType type) {
        return (type.group().isEmpty() ? "api/" : "apis/") + type.apiVersion();
    }

    private static ObjectNode document(String standard, String version) {
        ObjectNode document = Json.object().put(standard, version);
        document.putObject("info").put("title", "Kubernetes").put("version", Discovery.GIT_VERSION);
        document.putObject("paths");
        return document;
    }

    private ObjectNode index() {
        ObjectNode index = Json.object();
        ObjectNode paths = index.putObject("paths");
        types.all().map(OpenApi::root).distinct().forEach(root -> paths.putObject(root)
                .put("serverRelativeURL", "/openapi/v3/" + root));
        return index;
    }

    private static ObjectNode describe(List<ResourceType> described) {
        ObjectNode document = document("openapi", "3.0.0");
        ObjectNode paths = (ObjectNode) document.path("paths");
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        for (ResourceType type : described) {
            String collection =
                    "/" + root(type) + (type.namespaced() ? "/namespaces/{namespace}/" : "/") + type.plural();
            describe(type, paths.putObject(collection), List.of("get", "post", "delete"));
            if (type.stored()) {
                String object = collection + "/{name}";
                describe(type, paths.putObject(object), List.of("get", "put", "patch", "delete"));
                if (type.hasStatus()) {
                    describe(type, paths.putObject(object + "/status"), List.of("get", "put", "patch"));
                }
            }
            schemas.set(name(type), schema(type));
        }
        return document;
    }

    private static String name(ResourceType type) {
        return type.custom()
                ? type.group() + "." + type.version() + "." + type.kind()
                : "io.k8s." + type.apiVersion().replace('/', '.') + "." + type.kind();
    }

    private static void describe(ResourceType type, ObjectNode path, List<String> methods) {
        for (String method : methods) {
            ObjectNode operation = path.putObject(method);
            ArrayNode parameters = operation.putArray("parameters");
            for (String name : List.of("dryRun", "fieldManager", "fieldValidation")) {
                parameters
                        .addObject()
                        .put("name", name)
                        .put("in", "query")
                        .putObject("schema")
                        .put("type", "string")
                        .put("uniqueItems", true);
            }
            operation
                    .putObject("responses")
                    .putObject("200")
                    .put("description", "OK")
                    .putObject("content")
                    .putObject("application/json")
                    .putObject("schema")
                    .put("$ref", "#/components/schemas/" + name(type));
            operation.put("x-kubernetes-action", method);
            operation.set("x-kubernetes-group-version-kind", kind(type));
        }
    }

    private static ObjectNode kind(ResourceType type) {
        return Json.object()
                .put("group", type.group())
                .put("version", type.version())
                .put("kind", type.kind());
    }

    private static ObjectNode schema(ResourceType type) {
        ObjectNode schema = type.schema()
                .map(known -> (ObjectNode) known.tree().deepCopy())
                .orElseGet(() -> Json.object().put("type", "object").put("x-kubernetes-preserve-unknown-fields", true));
        schema.putArray("x-kubernetes-group-version-kind").add(kind(type));
        return schema;
    }
}
