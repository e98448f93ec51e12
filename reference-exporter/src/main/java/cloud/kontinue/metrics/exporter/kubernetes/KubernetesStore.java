package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.Execution;
import cloud.kontinue.metrics.exporter.execution.ExecutionStore;
import java.io.InputStream;
import java.util.Optional;

/** Writes the status subresource, under the condition that the resource version is still the one seen. */
public final class KubernetesStore implements ExecutionStore {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final ApiClient api;

    public KubernetesStore(ApiClient api) {
        this.api = api;
    }

    @Override
    public Optional<Execution> write(Execution seen, String phase, String worker)
            throws ClusterException, InterruptedException {
        var patch = "{\"metadata\":{\"resourceVersion\":%s},\"status\":{\"phase\":%s,\"worker\":%s}}"
                .formatted(Json.quote(seen.resourceVersion()), Json.quote(phase), Json.quote(worker));
        try {
            return Optional.of(api.patch(ExecutionPaths.statusOf(seen), patch, KubernetesStore::parse));
        } catch (ClusterException e) {
            if (e.answered(CONFLICT) || e.answered(NOT_FOUND)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Optional<Execution> read(Execution seen) throws ClusterException, InterruptedException {
        try {
            return Optional.of(api.get(ExecutionPaths.of(seen), KubernetesStore::parse))
                    .filter(now -> now.uid().equals(seen.uid()));
        } catch (ClusterException e) {
            if (e.answered(NOT_FOUND)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Execution parse(InputStream body) {
        try (var parser = Json.parser(body)) {
            parser.nextToken();
            return ExecutionReader.read(parser);
        }
    }
}
