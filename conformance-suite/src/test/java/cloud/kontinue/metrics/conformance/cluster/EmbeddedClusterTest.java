package cloud.kontinue.metrics.conformance.cluster;

import cloud.kontinue.metrics.conformance.cluster.embedded.EmbeddedCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedClusterTest extends ClusterContract {

    private EmbeddedCluster cluster;

    @BeforeAll
    void start() throws ClusterException {
        cluster = EmbeddedCluster.start();
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Override
    public Cluster cluster() {
        return cluster;
    }
}
