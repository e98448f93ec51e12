package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.execution.ExecutionFeed;
import cloud.kontinue.metrics.exporter.execution.ExecutionStore;
import cloud.kontinue.metrics.exporter.execution.StateListing;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;

/** A Kubernetes cluster as a worker of one group in one namespace uses it. */
public record KubernetesCluster(KubernetesClient client, StateListing states, ExecutionStore store, ExecutionFeed feed)
        implements AutoCloseable {

    private static final int MILLISECONDS_TO_CONNECT = 5_000;
    private static final int MILLISECONDS_TO_ANSWER = 10_000;

    /**
     * Makes no connection yet.
     *
     * @throws IOException with one line for the user where the credentials cannot be used
     */
    public static KubernetesCluster of(Config config, String namespace, String group) throws IOException {
        try {
            return of(client(config), namespace, group);
        } catch (RuntimeException e) {
            throw new IOException(
                    "Cannot use the credentials for " + config.getMasterUrl() + ": " + Failures.reason(e));
        }
    }

    private static KubernetesCluster of(KubernetesClient client, String namespace, String group) {
        return new KubernetesCluster(
                client,
                new KubernetesStates(client, namespace),
                new KubernetesStore(client),
                new KubernetesFeed(client, namespace, group));
    }

    /**
     * Returns a client that asks each thing once: the next refresh is soon enough for a listing, and a claim that is
     * written twice looks like one that somebody else was faster with.
     */
    static KubernetesClient client(Config config) {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(config)
                        .withConnectionTimeout(MILLISECONDS_TO_CONNECT)
                        .withRequestTimeout(MILLISECONDS_TO_ANSWER)
                        .withRequestRetryBackoffLimit(0)
                        .withOnlyHttpWatches(true)
                        .withHttp2Disable(true)
                        .build())
                .withHttpClientFactory(new JdkHttpClientFactory())
                .build();
    }

    @Override
    public void close() {
        feed.close();
        client.close();
    }
}
