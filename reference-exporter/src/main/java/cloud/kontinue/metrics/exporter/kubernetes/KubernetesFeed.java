package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.ExecutionFeed;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.ReducedStateItemStore;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists the Executions of one worker group in one namespace, then watches them, by an informer that keeps only their
 * versions.
 *
 * <p>A watch that ends goes on where it stood; where that is no longer possible everything is listed again.
 */
public final class KubernetesFeed implements ExecutionFeed {

    private static final Logger LOG = LoggerFactory.getLogger(KubernetesFeed.class);
    private static final long PAGE = 500;
    private static final long START_SECONDS = 30;

    private final KubernetesClient client;
    private final String what;
    private final SharedIndexInformer<GenericKubernetesResource> informer;

    public KubernetesFeed(KubernetesClient client, String namespace, String group) {
        this.client = client;
        what = "GET " + Executions.in(namespace) + " of group " + group;
        informer = Executions.of(client)
                .inNamespace(namespace)
                .withLabel(ExecutionReader.GROUP_LABEL, group)
                .withLimit(PAGE)
                .runnableInformer(0)
                .itemStore(new ReducedStateItemStore<>(
                        ReducedStateItemStore.UID_KEY_STATE,
                        GenericKubernetesResource.class,
                        client.getKubernetesSerialization(),
                        "metadata.resourceVersion"))
                .exceptionHandler(this::goOn);
    }

    @Override
    public void start(Listener listener) throws ClusterException, InterruptedException {
        informer.addEventHandler(new Told(listener));
        try {
            informer.start().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw failure(e);
        }
    }

    @Override
    public void close() {
        informer.close();
    }

    /** A worker that cannot even start is told so; later it is worth waiting for better times. */
    private boolean goOn(boolean started, Throwable failure) {
        if (started) {
            LOG.warn(
                    "Executions are not followed at the moment and will be soon: {}",
                    failure(failure).getMessage());
        }
        return started;
    }

    private ClusterException failure(Throwable failure) {
        return Failures.of(what, Executions.server(client), failure);
    }

    private final class Told implements ResourceEventHandler<GenericKubernetesResource> {

        private final Listener listener;

        Told(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void onAdd(GenericKubernetesResource execution) {
            listener.seen(Executions.read(client, execution));
        }

        @Override
        public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource execution) {
            onAdd(execution);
        }

        @Override
        public void onDelete(GenericKubernetesResource execution, boolean finalStateUnknown) {
            listener.gone(Executions.read(client, execution));
        }
    }
}
