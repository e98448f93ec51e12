package cloud.kontinue.metrics.conformance.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The user's own cluster, by a kubeconfig; everybody reaches it as that user. */
public final class KubeconfigCluster implements Cluster {

    private static final Logger LOG = LoggerFactory.getLogger(KubeconfigCluster.class);

    private final Path kubeconfig;
    private final KubernetesClient client;
    private final String version;
    private final boolean createdDefinition;

    private KubeconfigCluster(Path kubeconfig, KubernetesClient client, String version, boolean createdDefinition) {
        this.kubeconfig = kubeconfig;
        this.client = client;
        this.version = version;
        this.createdDefinition = createdDefinition;
    }

    /**
     * Reaches a cluster and gives it the Execution CRD if it has none.
     *
     * @param kubeconfig empty for the one of {@code KUBECONFIG}, or {@code ~/.kube/config}
     * @throws ClusterException if there is no kubeconfig, no answer, or a CRD that is not ours
     */
    public static KubeconfigCluster open(Optional<Path> kubeconfig) throws ClusterException {
        String environment = Optional.ofNullable(System.getenv("KUBECONFIG")).orElse("");
        Path file = KubeconfigFile.find(kubeconfig, environment, Path.of(System.getProperty("user.home")));
        Config config = KubeconfigFile.read(file);
        KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build();
        try {
            String version = version(client, file);
            return new KubeconfigCluster(file, client, version, new ExecutionCrdCheck(client).ensure());
        } catch (ClusterException e) {
            client.close();
            throw e;
        }
    }

    private static String version(KubernetesClient client, Path file) throws ClusterException {
        try {
            return client.getKubernetesVersion().getGitVersion();
        } catch (KubernetesClientException e) {
            throw new ClusterException("Expected an API server at " + client.getMasterUrl() + " (kubeconfig " + file
                    + "), found: " + ClusterFailures.oneLine(e) + "; check that the cluster runs");
        }
    }

    @Override
    public String name() {
        return "kubeconfig";
    }

    @Override
    public String kubernetesVersion() {
        return version;
    }

    @Override
    public KubernetesClient client() {
        return client;
    }

    @Override
    public Access access(String identity) {
        return new Access(identity, kubeconfig);
    }

    /** Returns nothing: requests to a real API server are seen by its operators only. */
    @Override
    public Optional<RequestLog> requests() {
        return Optional.empty();
    }

    /** Returns nothing: one kubeconfig is one identity. */
    @Override
    public Optional<ListingRights> listingRights() {
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            if (createdDefinition) {
                new ExecutionCrdCheck(client).removeUnused();
            }
        } catch (KubernetesClientException e) {
            LOG.warn("The CRD {} stays behind: {}", ExecutionCrd.NAME, ClusterFailures.oneLine(e));
        }
        client.close();
    }
}
