package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every type that the API serves: the built-in ones, and those that a CustomResourceDefinition names. */
final class ResourceTypes implements Store.Subscriber {

    static final ResourceType NAMESPACES = builtIn("", "v1", "namespaces", "Namespace", List.of("ns"), false, true);
    static final ResourceType PODS = builtIn("", "v1", "pods", "Pod", List.of("po"), true, true);
    static final ResourceType DEFINITIONS = builtIn(
            "apiextensions.k8s.io",
            "v1",
            "customresourcedefinitions",
            "CustomResourceDefinition",
            List.of("crd", "crds"),
            false,
            true);

    private static final String AUTHORIZATION = "authorization.k8s.io";
    private static final String RBAC = "rbac.authorization.k8s.io";

    private static final List<ResourceType> BUILT_IN = List.of(
            NAMESPACES,
            PODS,
            DEFINITIONS,
            builtIn("", "v1", "configmaps", "ConfigMap", List.of("cm"), true, false),
            builtIn("", "v1", "events", "Event", List.of("ev"), true, false),
            builtIn("", "v1", "nodes", "Node", List.of("no"), false, true),
            builtIn("", "v1", "secrets", "Secret", List.of(), true, false),
            builtIn("", "v1", "serviceaccounts", "ServiceAccount", List.of("sa"), true, false),
            builtIn("", "v1", "services", "Service", List.of("svc"), true, true),
            builtIn("coordination.k8s.io", "v1", "leases", "Lease", List.of(), true, false),
            builtIn("events.k8s.io", "v1", "events", "Event", List.of("ev"), true, false),
            builtIn(RBAC, "v1", "clusterrolebindings", "ClusterRoleBinding", List.of(), false, false),
            builtIn(RBAC, "v1", "clusterroles", "ClusterRole", List.of(), false, false),
            builtIn(RBAC, "v1", "rolebindings", "RoleBinding", List.of(), true, false),
            builtIn(RBAC, "v1", "roles", "Role", List.of(), true, false),
            review("authentication.k8s.io", "selfsubjectreviews", "SelfSubjectReview"),
            review(AUTHORIZATION, "selfsubjectaccessreviews", "SelfSubjectAccessReview"));

    private final Map<String, ResourceType> custom = new LinkedHashMap<>();

    private static ResourceType builtIn(
            String group,
            String version,
            String plural,
            String kind,
            List<String> shortNames,
            boolean namespaced,
            boolean hasStatus) {
        return new ResourceType(
                group,
                version,
                plural,
                kind,
                shortNames,
                namespaced,
                true,
                hasStatus,
                Optional.empty(),
                columns(plural));
    }

    private static List<Column> columns(String plural) {
        Column phase = new Column("Status", "string", "Its phase", 0, List.of("status", "phase"));
        return switch (plural) {
            case "namespaces" -> List.of(phase, Column.AGE);
            case "pods" ->
                List.of(phase, Column.AGE, new Column("IP", "string", "Its address", 1, List.of("status", "podIP")));
            case "leases" ->
                List.of(
                        new Column("Holder", "string", "Who holds it", 0, List.of("spec", "holderIdentity")),
                        Column.AGE);
            default -> List.of(Column.AGE);
        };
    }

    private static ResourceType review(String group, String plural, String kind) {
        return new ResourceType(group, "v1", plural, kind, List.of(), false, false, false, Optional.empty(), List.of());
    }

    Stream<ResourceType> all() {
        return Stream.concat(BUILT_IN.stream(), custom.values().stream());
    }

    Optional<ResourceType> find(String group, String version, String plural) {
        return all().filter(type -> type.plural().equals(plural)
                        && type.group().equals(group)
                        && type.version().equals(version))
                .findFirst();
    }

    @Override
    public void changed(Change change) {
        if (change.now().type().equals(DEFINITIONS)) {
            String name = change.now().key().name();
            if (change.kind() == Change.Kind.DELETED) {
                custom.remove(name);
            } else {
                custom.put(name, ResourceType.ofDefinition(change.now().tree()));
            }
        }
    }
}
