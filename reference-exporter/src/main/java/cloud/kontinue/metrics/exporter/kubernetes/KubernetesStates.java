package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.StateCounts;
import cloud.kontinue.metrics.exporter.execution.StateListing;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the Executions of all namespaces or, where the worker may not list those, of its own.
 *
 * <p>Once all namespaces were listed, a refusal is a failure and no reason to show less: it may well be a passing one.
 * For one thread.
 */
public final class KubernetesStates implements StateListing {

    private static final Logger LOG = LoggerFactory.getLogger(KubernetesStates.class);
    private static final int FORBIDDEN = 403;

    private final PagedList list;
    private final String namespace;
    private Scope scope = Scope.UNKNOWN;

    /** Falls back to that namespace. */
    public KubernetesStates(KubernetesClient client, String namespace) {
        list = new PagedList(new ExecutionPages(client));
        this.namespace = namespace;
    }

    private enum Scope {
        UNKNOWN,
        OWN_NAMESPACE,
        EVERYWHERE
    }

    @Override
    public StateCounts count() throws ClusterException, InterruptedException {
        try {
            var counts = count(Executions.everywhere());
            scope = Scope.EVERYWHERE;
            return counts;
        } catch (ClusterException e) {
            if (scope == Scope.EVERYWHERE || !e.answered(FORBIDDEN)) {
                throw e;
            }
            return ofOwnNamespace();
        }
    }

    private StateCounts ofOwnNamespace() throws ClusterException, InterruptedException {
        var counts = count(Executions.in(namespace));
        if (scope == Scope.UNKNOWN) {
            LOG.info(
                    "The worker may not list the Executions of all namespaces: states are those of namespace {}",
                    namespace);
        }
        scope = Scope.OWN_NAMESPACE;
        return counts;
    }

    private StateCounts count(String path) throws ClusterException, InterruptedException {
        return list.list(path, StateCounts.Tally::new, StateCounts.Tally::add).counts();
    }
}
