package cloud.kontinue.metrics.conformance.stage;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pods that are only objects, for workers that are processes: so that discovery finds an address.
 *
 * <p>Each has an address of its own of the loopback network, where a worker that binds all addresses answers too.
 */
final class PodObjects implements AutoCloseable {

    /** The address of D's pod. */
    static final String DEFAULT_ADDRESS = "127.0.0.11";

    static final int OTHER_PORT = 9091;

    private static final String NODE = "conformance-host";
    private static final Map<String, String> WORKER_LABEL = Map.of("app", "kontinue-worker");

    /** A pod to be. */
    record Sketch(String name, String address, int port, Map<String, String> labels) {}

    static final Sketch BY_DEFAULT = new Sketch("worker-d", DEFAULT_ADDRESS, Role.DEFAULT_PORT, WORKER_LABEL);
    static final Sketch DISABLED = new Sketch("worker-z", "127.0.0.14", Role.DEFAULT_PORT, WORKER_LABEL);
    static final List<Sketch> DECOYS = List.of(
            new Sketch("decoy-no-label", "127.0.0.12", Role.DEFAULT_PORT, Map.of()),
            new Sketch("decoy-other-port", "127.0.0.13", OTHER_PORT, WORKER_LABEL));

    private final KubernetesClient client;
    private final String namespace;
    private final String runId;
    private final Set<String> present = ConcurrentHashMap.newKeySet();

    PodObjects(KubernetesClient client, String namespace, String runId) {
        this.client = client;
        this.namespace = namespace;
        this.runId = runId;
    }

    /** Makes a pod that runs and is ready; fails with a {@link ApiException} where the cluster refuses. */
    void add(Sketch sketch) {
        Pod pod = pod(sketch);
        try {
            client.pods().inNamespace(namespace).resource(pod).create();
            present.add(sketch.name());
            // An API server drops the status of a new pod: it is written in a second step.
            client.pods().inNamespace(namespace).resource(pod).patchStatus();
        } catch (KubernetesClientException e) {
            throw new ApiException(e.getCode(), "cannot make the pod object " + sketch.name() + ": " + Reason.of(e));
        }
    }

    void remove(Sketch sketch) {
        if (present.remove(sketch.name())) {
            try {
                client.pods()
                        .inNamespace(namespace)
                        .withName(sketch.name())
                        .withGracePeriod(0)
                        .delete();
            } catch (KubernetesClientException e) {
                throw new ApiException(
                        e.getCode(), "cannot remove the pod object " + sketch.name() + ": " + Reason.of(e));
            }
        }
    }

    private Pod pod(Sketch sketch) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(sketch.name())
                .withNamespace(namespace)
                .addToLabels(ExecutionApi.RUN_LABEL, runId)
                .addToLabels(sketch.labels())
                .endMetadata()
                .withNewSpec()
                // A node that is not there, or a real cluster would start the container.
                .withNodeName(NODE)
                .withAutomountServiceAccountToken(false)
                .addNewContainer()
                .withName("worker")
                .withImage("conformance/none")
                .addNewPort()
                .withName("metrics")
                .withContainerPort(sketch.port())
                .withProtocol("TCP")
                .endPort()
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .withPodIP(sketch.address())
                .addNewPodIP(sketch.address())
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition()
                .endStatus()
                .build();
    }

    /** Removes what is left; never throws. */
    @Override
    public void close() {
        removeAll();
    }

    void removeAll() {
        try {
            DECOYS.forEach(this::remove);
            remove(BY_DEFAULT);
            remove(DISABLED);
        } catch (ApiException e) {
            // The cluster went away, and the pods with it.
            present.clear();
        }
    }
}
