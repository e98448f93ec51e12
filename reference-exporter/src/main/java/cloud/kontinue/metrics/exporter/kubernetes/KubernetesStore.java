package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.Execution;
import cloud.kontinue.metrics.exporter.execution.ExecutionStore;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the status subresource, under the condition that the resource version is still the one seen. */
public final class KubernetesStore implements ExecutionStore {

    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final KubernetesClient client;

    public KubernetesStore(KubernetesClient client) {
        this.client = client;
    }

    @Override
    public Optional<Execution> write(Execution seen, String phase, String worker)
            throws ClusterException, InterruptedException {
        var patch = client.getKubernetesSerialization()
                .asJson(Map.of(
                        "metadata", Map.of("resourceVersion", seen.resourceVersion()),
                        "status", Map.of("phase", phase, "worker", worker)));
        return ask("The status of " + seen, seen, execution -> execution
                .subresource("status")
                .patch(MERGE, patch));
    }

    @Override
    public Optional<Execution> read(Execution seen) throws ClusterException, InterruptedException {
        return ask("Execution " + seen, seen, Resource::get)
                .filter(now -> now.uid().equals(seen.uid()));
    }

    private Optional<Execution> ask(
            String what,
            Execution seen,
            Function<Resource<GenericKubernetesResource>, @Nullable GenericKubernetesResource> request)
            throws ClusterException, InterruptedException {
        try {
            var resource = Executions.of(client).inNamespace(seen.namespace()).withName(seen.name());
            return Optional.ofNullable(request.apply(resource)).map(now -> Executions.read(client, now));
        } catch (KubernetesClientException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (e.getCode() == CONFLICT || e.getCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw Failures.of(what, Executions.server(client), e);
        }
    }
}
