package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.cluster.Cluster;
import cloud.kontinue.metrics.conformance.cluster.ClusterException;
import cloud.kontinue.metrics.conformance.cluster.KubeconfigCluster;
import cloud.kontinue.metrics.conformance.cluster.embedded.EmbeddedCluster;
import cloud.kontinue.metrics.conformance.run.StagedPlay.ClusterPlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The cluster that a run is to use. */
sealed interface ClusterChoice extends ClusterPlace {

    String KUBECONFIG = "kubeconfig";
    String KUBECONFIG_FILE = KUBECONFIG + "=";

    /** In this JVM. */
    record Embedded() implements ClusterChoice {

        @Override
        public Cluster open() throws ClusterException {
            return EmbeddedCluster.start();
        }

        @Override
        public boolean borrowed() {
            return false;
        }
    }

    /** The user's own; without a file the one that kubectl would use. */
    record Kubeconfig(Optional<Path> file) implements ClusterChoice {

        public Kubeconfig {
            file.filter(path -> !Files.isRegularFile(path)).ifPresent(path -> {
                throw new UserError("no kubeconfig at " + path
                        + ": expected a file; name the right one with --cluster kubeconfig=FILE");
            });
        }

        @Override
        public Cluster open() throws ClusterException {
            return KubeconfigCluster.open(file);
        }

        @Override
        public boolean borrowed() {
            return true;
        }
    }

    /** Reads what a person typed. */
    static ClusterChoice parse(String typed) {
        if (typed.equals("embedded")) {
            return new Embedded();
        } else if (typed.equals("k3s")) {
            throw new UserError("--cluster k3s is not available yet: container clusters come in a later version;"
                    + " use embedded or kubeconfig=FILE");
        } else if (typed.equals(KUBECONFIG)) {
            return new Kubeconfig(Optional.empty());
        } else if (typed.startsWith(KUBECONFIG_FILE) && typed.length() > KUBECONFIG_FILE.length()) {
            return new Kubeconfig(Optional.of(Path.of(typed.substring(KUBECONFIG_FILE.length()))));
        }
        throw new UserError("invalid --cluster '" + typed + "': expected embedded, k3s or kubeconfig=FILE");
    }
}
