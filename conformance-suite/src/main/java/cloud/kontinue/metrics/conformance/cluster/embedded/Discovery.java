package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers what the server is and which resources it has, one group at a time or all at once. */
final class Discovery {

    /** What the server says it is; the minor version is the one whose behaviour it follows. */
    static final String GIT_VERSION = "v1.34.0+embedded";

    private static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    private final ResourceTypes types;

    Discovery(ResourceTypes types) {
        this.types = types;
    }

    /** Returns the answer to a request that is for no resource; empty where there is nothing. */
    Optional<Answer> answer(HttpCall call) {
        List<String> path = call.path();
        boolean aggregated = call.accept().replace(" ", "").contains(AGGREGATED);
        if (call.isAt("version")) {
            return json(version());
        } else if (call.isAt("api")) {
            return aggregated ? aggregated(Set.of("")) : json(coreVersions());
        } else if (call.isAt("apis")) {
            return aggregated ? aggregated(groups()) : json(groupList());
        } else if (path.size() == 2 && path.get(0).equals("api")) {
            return resources("", path.get(1));
        } else if (path.size() == 2 && path.get(0).equals("apis")) {
            return groups().contains(path.get(1)) ? json(group(path.get(1))) : Optional.empty();
        } else if (path.size() == 3 && path.get(0).equals("apis")) {
            return resources(path.get(1), path.get(2));
        }
        return Optional.empty();
    }

    private static Optional<Answer> json(ObjectNode tree) {
        return Optional.of(Answer.Document.json(200, tree));
    }

    private static ObjectNode version() {
        return Json.object()
                .put("major", "1")
                .put("minor", "34")
                .put("gitVersion", GIT_VERSION)
                .put("gitCommit", "")
                .put("gitTreeState", "")
                .put("buildDate", "1970-01-01T00:00:00Z")
                .put("goVersion", "")
                .put("compiler", "")
                .put("platform", "");
    }

    private static ObjectNode coreVersions() {
        ObjectNode versions = Json.object().put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        versions.putArray("serverAddressByClientCIDRs");
        return versions;
    }

    private Set<String> groups() {
        return types.all()
                .map(ResourceType::group)
                .filter(group -> !group.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<ResourceType> of(String group) {
        return types.all().filter(type -> type.group().equals(group)).toList();
    }

    private Set<String> versions(String group) {
        return of(group).stream().map(ResourceType::version).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private ObjectNode groupList() {
        ObjectNode list = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
        ArrayNode items = list.putArray("groups");
        groups().forEach(group -> items.add(group(group)));
        return list;
    }

    private ObjectNode group(String name) {
        ObjectNode group =
                Json.object().put("kind", "APIGroup").put("apiVersion", "v1").put("name", name);
        ArrayNode versions = group.putArray("versions");
        for (String version : versions(name)) {
            ObjectNode one =
                    Json.object().put("groupVersion", name + "/" + version).put("version", version);
            versions.add(one);
            group.set("preferredVersion", one.deepCopy());
        }
        return group;
    }

    private Optional<Answer> resources(String group, String version) {
        if (!versions(group).contains(version)) {
            return Optional.empty();
        }
        ObjectNode list = Json.object()
                .put("kind", "APIResourceList")
                .put("apiVersion", "v1")
                .put("groupVersion", group.isEmpty() ? version : group + "/" + version);
        ArrayNode resources = list.putArray("resources");
        for (ResourceType type : of(group)) {
            ObjectNode resource = resources
                    .addObject()
                    .put("name", type.plural())
                    .put("singularName", type.singular())
                    .put("namespaced", type.namespaced())
                    .put("kind", type.kind());
            type.verbs().forEach(resource.putArray("verbs")::add);
            if (!type.shortNames().isEmpty()) {
                type.shortNames().forEach(resource.putArray("shortNames")::add);
            }
            if (type.hasStatus()) {
                ObjectNode status = resources
                        .addObject()
                        .put("name", type.plural() + "/status")
                        .put("singularName", "")
                        .put("namespaced", type.namespaced())
                        .put("kind", type.kind());
                status.putArray("verbs").add("get").add("patch").add("update");
            }
        }
        return json(list);
    }

    private Optional<Answer> aggregated(Set<String> groups) {
        ObjectNode list =
                Json.object().put("kind", "APIGroupDiscoveryList").put("apiVersion", "apidiscovery.k8s.io/v2");
        list.putObject("metadata");
        ArrayNode items = list.putArray("items");
        for (String group : groups) {
            ObjectNode item = items.addObject();
            item.putObject("metadata").put("name", group);
            ArrayNode versions = item.putArray("versions");
            for (String version : versions(group)) {
                ArrayNode resources = versions.addObject()
                        .put("version", version)
                        .put("freshness", "Current")
                        .putArray("resources");
                of(group).forEach(type -> aggregated(type, resources.addObject()));
            }
        }
        return Optional.of(new Answer.Document(200, AGGREGATED, Json.bytes(list), "", List.of()));
    }

    private static void aggregated(ResourceType type, ObjectNode resource) {
        resource.put("resource", type.plural()).put("singularResource", type.singular());
        kind(type, resource.putObject("responseKind"));
        resource.put("scope", type.namespaced() ? "Namespaced" : "Cluster");
        type.verbs().forEach(resource.putArray("verbs")::add);
        type.shortNames().forEach(resource.putArray("shortNames")::add);
        if (type.hasStatus()) {
            ObjectNode status = resource.putArray("subresources").addObject().put("subresource", "status");
            kind(type, status.putObject("responseKind"));
            status.putArray("verbs").add("get").add("patch").add("update");
        }
    }

    private static void kind(ResourceType type, ObjectNode kind) {
        kind.put("group", type.group()).put("version", type.version()).put("kind", type.kind());
    }
}
