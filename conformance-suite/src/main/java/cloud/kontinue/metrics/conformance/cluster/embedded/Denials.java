package cloud.kontinue.metrics.conformance.cluster.embedded;

import cloud.kontinue.metrics.conformance.cluster.ListingRights;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who may not list Executions at present. */
final class Denials implements ListingRights {

    private final Set<String> denied = ConcurrentHashMap.newKeySet();

    @Override
    public void deny(String identity) {
        denied.add(identity);
    }

    @Override
    public void allow(String identity) {
        denied.remove(identity);
    }

    boolean mayList(String identity, String resource) {
        return !resource.equals("executions") || !denied.contains(identity);
    }
}
