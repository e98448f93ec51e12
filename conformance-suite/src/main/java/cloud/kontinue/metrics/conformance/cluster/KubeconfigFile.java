package cloud.kontinue.metrics.conformance.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds and reads a user's kubeconfig. */
final class KubeconfigFile {

    private static final int MILLISECONDS_TO_CONNECT = 5_000;
    private static final int MILLISECONDS_TO_ANSWER = 30_000;
    private static final int RETRIES = 3;

    private KubeconfigFile() {}

    /**
     * Returns the file that is meant: the one given, else the one of {@code KUBECONFIG}, else {@code ~/.kube/config}.
     *
     * @param given by the user
     * @param environment the value of {@code KUBECONFIG}; empty where it is not set
     * @param home the user's folder
     */
    static Path find(Optional<Path> given, String environment, Path home) throws ClusterException {
        if (given.isEmpty() && environment.contains(File.pathSeparator)) {
            throw new ClusterException("Expected one kubeconfig, found several in KUBECONFIG (" + environment
                    + "); name one with --cluster kubeconfig=FILE");
        }
        Path file = given.orElseGet(
                () -> environment.isEmpty() ? home.resolve(".kube").resolve("config") : Path.of(environment));
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ClusterException("Expected a readable kubeconfig, found none at " + file
                    + "; name one with --cluster kubeconfig=FILE or set KUBECONFIG");
        }
        return file;
    }

    /** Reads a kubeconfig and its current context. */
    static Config read(Path file) throws ClusterException {
        Config config;
        try {
            config = Config.fromKubeconfig(file.toFile());
        } catch (RuntimeException e) {
            throw new ClusterException("Expected a kubeconfig in " + file + ", found something else ("
                    + ClusterFailures.oneLine(e) + "); check the file with kubectl config view");
        }
        if (config.getCurrentContext() == null) {
            throw new ClusterException("Expected a current context in the kubeconfig " + file
                    + ", found none; choose one with kubectl config use-context");
        }
        return new ConfigBuilder(config)
                .withConnectionTimeout(MILLISECONDS_TO_CONNECT)
                .withRequestTimeout(MILLISECONDS_TO_ANSWER)
                .withRequestRetryBackoffLimit(RETRIES)
                .build();
    }
}
