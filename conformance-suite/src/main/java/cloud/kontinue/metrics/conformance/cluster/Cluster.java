package cloud.kontinue.metrics.conformance.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;

/** A Kubernetes cluster with the Execution CRD, where a run plays its acts. */
public interface Cluster extends AutoCloseable {

    /** Returns what it is called in reports, such as {@code embedded}. */
    String name();

    /** Returns the version that the API server tells, such as {@code v1.34.4}. */
    String kubernetesVersion();

    /** Returns a client with every right that the run itself needs; closed with the cluster. */
    KubernetesClient client();

    /** Returns how somebody with that identity reaches the cluster; the same identity gets the same access. */
    Access access(String identity);

    /** Returns the log of requests, where the cluster shows them. */
    Optional<RequestLog> requests();

    /** Returns the means to take rights away, where there are any. */
    Optional<ListingRights> listingRights();

    /** Ends it, or leaves a user's cluster as it was found; never throws. */
    @Override
    void close();
}
