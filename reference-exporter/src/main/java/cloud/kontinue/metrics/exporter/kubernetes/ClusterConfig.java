package cloud.kontinue.metrics.exporter.kubernetes;

import io.fabric8.kubernetes.client.Config;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Finds how the API server is reached and who asks.
 *
 * <p>The client library reads it all by itself, but takes a made-up address where there is nothing to read; a user should
 * rather hear of that.
 */
public final class ClusterConfig {

    private ClusterConfig() {}

    /**
     * Returns what the user or the surroundings give: a kubeconfig, else that of {@code KUBECONFIG}, else a pod's service
     * account, else {@code ~/.kube/config}.
     *
     * @throws IOException with one line for the user where there is none, or it cannot be read
     */
    public static Config find(Optional<Path> kubeconfig, Map<String, String> environment) throws IOException {
        var file = kubeconfig.or(() -> firstThatExists(environment.getOrDefault("KUBECONFIG", "")));
        if (file.isPresent()) {
            return read(file.get());
        }
        if (environment.containsKey("KUBERNETES_SERVICE_HOST")) {
            return Config.autoConfigure(null);
        }
        var home = Path.of(System.getProperty("user.home"), ".kube", "config");
        if (Files.exists(home)) {
            return read(home);
        }
        throw new IOException("No cluster to work in: expected --kubeconfig, KUBECONFIG, a pod's service account or "
                + home + "; give one, or use --demo, which needs no cluster");
    }

    private static Config read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("Cannot read the kubeconfig " + file + ": there is no such file");
        }
        Config config;
        try {
            config = Config.fromKubeconfig(file.toFile());
        } catch (RuntimeException e) {
            throw new IOException("Cannot read the kubeconfig " + file + ": " + Failures.reason(e)
                    + "; look at it with kubectl config view");
        }
        var context = Optional.ofNullable(config.getCurrentContext())
                .orElseThrow(() -> new IOException("Cannot use the kubeconfig " + file
                        + ": it has no current context; choose one with kubectl config use-context"));
        if (config.getMasterUrl().startsWith(Config.DEFAULT_MASTER_URL)) {
            throw new IOException("Cannot use the kubeconfig " + file + ": it names no server for its current context '"
                    + context.getName() + "'; look at it with kubectl config view");
        }
        return config;
    }

    private static Optional<Path> firstThatExists(String list) {
        var files = Arrays.stream(list.split(File.pathSeparator, -1))
                .filter(file -> !file.isEmpty())
                .map(Path::of)
                .toList();
        return files.stream().filter(Files::exists).findFirst().or(() -> files.stream()
                .findFirst());
    }
}
