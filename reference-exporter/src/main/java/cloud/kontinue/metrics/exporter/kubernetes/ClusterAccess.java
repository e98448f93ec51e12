package cloud.kontinue.metrics.exporter.kubernetes;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * How an API server is reached and who asks.
 *
 * @param certificateAuthority PEM; empty: the authorities that Java trusts
 * @param insecure whether the server's certificate is not looked at
 */
public record ClusterAccess(
        URI server,
        Optional<String> certificateAuthority,
        boolean insecure,
        Optional<ClientCertificate> clientCertificate,
        TokenSource token) {

    private static final Path SERVICE_ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    /** A certificate and its private key, both PEM. */
    public record ClientCertificate(String certificate, String key) {

        /** Names no key, as it may end up in a log. */
        @Override
        public String toString() {
            return "ClientCertificate";
        }
    }

    /** Where the bearer token comes from; asked at each request, because tokens in files are renewed. */
    @FunctionalInterface
    public interface TokenSource {

        /** Returns the token; empty where there is none. */
        Optional<String> token() throws IOException;
    }

    /**
     * Returns the access that the surroundings give: {@code KUBECONFIG}, else a pod's service account, else
     * {@code ~/.kube/config}.
     *
     * @throws IOException with one line for the user where there is none, or it cannot be read
     */
    public static ClusterAccess find(Map<String, String> environment) throws IOException {
        var kubeconfig = environment.getOrDefault("KUBECONFIG", "");
        if (!kubeconfig.isEmpty()) {
            return Kubeconfig.read(firstThatExists(kubeconfig));
        }
        if (environment.containsKey("KUBERNETES_SERVICE_HOST")) {
            return ofServiceAccount(environment, SERVICE_ACCOUNT);
        }
        var home = Path.of(System.getProperty("user.home"), ".kube", "config");
        if (Files.exists(home)) {
            return Kubeconfig.read(home);
        }
        throw new IOException("No cluster to work in: expected --kubeconfig, KUBECONFIG, a pod's service account or "
                + home + "; give one, or use --demo, which needs no cluster");
    }

    static ClusterAccess ofServiceAccount(Map<String, String> environment, Path folder) throws IOException {
        var host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
        var port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443");
        try {
            return new ClusterAccess(
                    URI.create("https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port),
                    Optional.of(Files.readString(folder.resolve("ca.crt"))),
                    false,
                    Optional.empty(),
                    tokenIn(folder.resolve("token")));
        } catch (IOException e) {
            throw new IOException("Cannot read the pod's service account in " + folder + ": " + e.getMessage()
                    + "; is automountServiceAccountToken off?");
        }
    }

    static TokenSource tokenIn(Path file) {
        return () -> Optional.of(Files.readString(file).strip());
    }

    private static Path firstThatExists(String list) {
        var files = Arrays.stream(list.split(java.io.File.pathSeparator))
                .filter(file -> !file.isEmpty())
                .map(Path::of)
                .toList();
        return files.stream().filter(Files::exists).findFirst().orElse(files.get(0));
    }
}
