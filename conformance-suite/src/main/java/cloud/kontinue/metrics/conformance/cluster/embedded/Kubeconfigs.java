package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Kubeconfig files in a folder of their own, until closed. */
final class Kubeconfigs implements AutoCloseable {

    private static final String NAME = "kontinue-conformance";

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    Kubeconfigs() {
        try {
            folder = Files.createTempDirectory("kontinue-kubeconfig");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes how an identity reaches a server. */
    Path write(String identity, String server) {
        ObjectNode config =
                Json.object().put("apiVersion", "v1").put("kind", "Config").put("current-context", NAME);
        config.putArray("clusters")
                .addObject()
                .put("name", NAME)
                .putObject("cluster")
                .put("server", server);
        // Over plain HTTP most clients keep the token to themselves; it is there for people to see whose file it is.
        config.putArray("users")
                .addObject()
                .put("name", Reviews.user(identity))
                .putObject("user")
                .put("token", Reviews.user(identity));
        config.putArray("contexts")
                .addObject()
                .put("name", NAME)
                .putObject("context")
                .put("cluster", NAME)
                .put("user", Reviews.user(identity))
                .put("namespace", "default");
        try {
            String safe = Reviews.user(identity).replaceAll("[^A-Za-z0-9_-]", "_");
            Path file = folder.resolve(safe + "-" + files.size() + ".yaml");
            Files.write(file, Json.yaml(config));
            files.add(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // A leftover in the folder for temporary files harms nobody.
        }
    }
}
