package cloud.kontinue.metrics.conformance.stage;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Removes from a cluster what a run made there. */
final class CleanUp {

    private final KubernetesClient client;
    private final ExecutionApi api;
    private final StagePlan plan;
    private final List<String> ownNamespaces;
    private final Recorder recorder;

    /**
     * @param ownNamespaces the namespaces that the run itself made
     */
    CleanUp(KubernetesClient client, ExecutionApi api, StagePlan plan, List<String> ownNamespaces, Recorder recorder) {
        this.client = client;
        this.api = api;
        this.plan = plan;
        this.ownNamespaces = ownNamespaces;
        this.recorder = recorder;
    }

    /** Does it, and waits for that at most so long; the cluster may go on a little after. */
    void run(long millis) throws InterruptedException {
        Thread thread = new Thread(this::remove, "stage-clean-up");
        thread.setDaemon(true);
        thread.start();
        thread.join(millis);
    }

    private void remove() {
        try {
            CompletableFuture<ExecutionApi.Reply> here = api.deleteAll(plan.namespace(), plan.runId());
            CompletableFuture<ExecutionApi.Reply> there = api.deleteAll(plan.elsewhere(), plan.runId());
            ExecutionApi.join(here);
            ExecutionApi.join(there);
            ownNamespaces.forEach(name -> client.namespaces().withName(name).delete());
        } catch (ApiException | KubernetesClientException e) {
            recorder.note("something of the run stays behind in the cluster, labelled " + ExecutionApi.RUN_LABEL + "="
                    + plan.runId() + ": " + Reason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
