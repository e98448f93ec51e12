package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.cluster.Cluster;
import cloud.kontinue.metrics.conformance.cluster.ClusterException;
import cloud.kontinue.metrics.conformance.cluster.KubeconfigCluster;
import cloud.kontinue.metrics.conformance.cluster.embedded.EmbeddedCluster;
import cloud.kontinue.metrics.conformance.run.StagedPlay.ClusterPlace;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The cluster that a run is to use. */
sealed interface ClusterChoice extends ClusterPlace {

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

    /** The user's own, by a kubeconfig that can be read. */
    record Kubeconfig(Path file) implements ClusterChoice {

        public Kubeconfig {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new UserError("no kubeconfig at " + file
                        + ": expected a readable file; name it with --cluster kubeconfig=FILE");
            }
        }

        @Override
        public Cluster open() throws ClusterException {
            return KubeconfigCluster.open(java.util.Optional.of(file));
        }

        @Override
        public boolean borrowed() {
            return true;
        }
    }

    /**
     * Reads what a person typed.
     *
     * @param environment the process's; {@code KUBECONFIG} and {@code HOME} say where a kubeconfig is found
     */
    static ClusterChoice parse(String typed, Map<String, String> environment) {
        if (typed.equals("embedded")) {
            return new Embedded();
        } else if (typed.equals("k3s")) {
            throw new UserError("--cluster k3s is not available yet: container clusters come in a later version;"
                    + " use embedded or kubeconfig=FILE");
        } else if (typed.equals("kubeconfig")) {
            return new Kubeconfig(defaultKubeconfig(environment));
        } else if (typed.startsWith("kubeconfig=") && typed.length() > "kubeconfig=".length()) {
            return new Kubeconfig(Path.of(typed.substring("kubeconfig=".length())));
        }
        throw new UserError("invalid --cluster '" + typed + "': expected embedded, k3s or kubeconfig=FILE");
    }

    private static Path defaultKubeconfig(Map<String, String> environment) {
        String listed = environment.getOrDefault("KUBECONFIG", "");
        if (!listed.isEmpty()) {
            return Path.of(listed.split(File.pathSeparator, 2)[0]);
        }
        return Path.of(environment.getOrDefault("HOME", ""), ".kube", "config");
    }
}
