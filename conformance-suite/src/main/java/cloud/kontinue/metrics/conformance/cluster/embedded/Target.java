package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.List;
import java.util.Optional;

/**
 * What the path of a request points at.
 *
 * @param namespace empty for the whole cluster
 * @param name empty for the collection
 * @param subresource empty for the object itself
 */
record Target(ResourceType type, String namespace, String name, String subresource) {

    /** Finds what a path below {@code /api} or {@code /apis} points at; empty where nothing is there. */
    static Optional<Target> of(ResourceTypes types, List<String> path) {
        int head =
                path.isEmpty() ? 0 : path.get(0).equals("api") ? 2 : path.get(0).equals("apis") ? 3 : 0;
        if (head == 0 || path.size() <= head || path.stream().anyMatch(String::isEmpty)) {
            return Optional.empty();
        }
        String group = head == 2 ? "" : path.get(1);
        List<String> rest = path.subList(head, path.size());
        // "namespaces/a" is the namespace itself, "namespaces/a/pods" are pods; "namespaces/a/status" is its status.
        boolean within = rest.size() > 2
                && rest.get(0).equals("namespaces")
                && !(group.isEmpty() && rest.size() == 3 && rest.get(2).equals("status"));
        String namespace = within ? rest.get(1) : "";
        List<String> tail = within ? rest.subList(2, rest.size()) : rest;
        return types.find(group, path.get(head - 1), tail.get(0))
                .filter(type -> tail.size() <= 3 && (type.namespaced() || namespace.isEmpty()))
                .filter(type -> !type.namespaced() || within || tail.size() == 1)
                .map(type -> new Target(
                        type, namespace, tail.size() > 1 ? tail.get(1) : "", tail.size() > 2 ? tail.get(2) : ""))
                .filter(Target::exists);
    }

    private boolean exists() {
        return subresource.isEmpty() || (subresource.equals("status") && type.hasStatus());
    }

    Key key() {
        return new Key(namespace, name);
    }

    boolean isStatus() {
        return !subresource.isEmpty();
    }

    /** Returns the resource as an audit log names it, such as {@code executions/status}. */
    String resource() {
        return subresource.isEmpty() ? type.plural() : type.plural() + "/" + subresource;
    }
}
