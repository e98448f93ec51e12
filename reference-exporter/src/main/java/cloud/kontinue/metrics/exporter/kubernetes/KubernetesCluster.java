package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.execution.ExecutionFeed;
import cloud.kontinue.metrics.exporter.execution.ExecutionStore;
import cloud.kontinue.metrics.exporter.execution.StateListing;
import java.io.IOException;

/** A Kubernetes cluster as a worker of one group in one namespace uses it. */
public record KubernetesCluster(StateListing states, ExecutionStore store, ExecutionFeed feed) {

    /**
     * Makes no connection yet.
     *
     * @throws IOException with one line for the user where the credentials cannot be used
     */
    public static KubernetesCluster of(ClusterAccess access, String namespace, String group) throws IOException {
        var api = new ApiClient(access);
        return new KubernetesCluster(
                new KubernetesStates(api, namespace),
                new KubernetesStore(api),
                new KubernetesFeed(api, namespace, group));
    }
}
