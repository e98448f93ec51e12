package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.kubernetes.ClusterAccess.ClientCertificate;
import cloud.kontinue.metrics.exporter.kubernetes.ClusterAccess.TokenSource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the current context of a kubeconfig file.
 *
 * <p>Tokens and client certificates are understood, in the file or in files beside it; commands that fetch credentials
 * ({@code exec}, {@code auth-provider}) and passwords are not.
 */
public final class Kubeconfig {

    private final Path file;
    private final Map<?, ?> root;

    private Kubeconfig(Path file, Map<?, ?> root) {
        this.file = file;
        this.root = root;
    }

    /**
     * Reads a file.
     *
     * @throws IOException with one line for the user where it cannot be read or lacks something
     */
    public static ClusterAccess read(Path file) throws IOException {
        try {
            return new Kubeconfig(
                            file, map(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file))))
                    .access();
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw new IOException("Cannot read the kubeconfig " + file + ": " + firstLine(e) + "; is it one?");
        } catch (java.nio.file.NoSuchFileException e) {
            throw new IOException("Cannot read the kubeconfig " + file + ": there is no such file");
        }
    }

    private ClusterAccess access() throws IOException {
        var context =
                map(named("contexts", text(root, "current-context").orElse("")).get("context"));
        var cluster = map(named("clusters", text(context, "cluster").orElse("")).get("cluster"));
        var userName = text(context, "user").orElse("");
        var user = userName.isEmpty() ? Map.of() : map(named("users", userName).get("user"));
        refuseUnsupported(user);
        var server = text(cluster, "server").orElseThrow(() -> lacks("its cluster names no server"));
        return new ClusterAccess(
                URI.create(server.endsWith("/") ? server.substring(0, server.length() - 1) : server),
                data(cluster, "certificate-authority"),
                Boolean.TRUE.equals(cluster.get("insecure-skip-tls-verify")),
                clientCertificate(user),
                token(user));
    }

    private Optional<ClientCertificate> clientCertificate(Map<?, ?> user) throws IOException {
        var certificate = data(user, "client-certificate");
        if (certificate.isEmpty()) {
            return Optional.empty();
        }
        var key = data(user, "client-key")
                .orElseThrow(() -> lacks("its user has a client certificate but no client key"));
        return Optional.of(new ClientCertificate(certificate.get(), key));
    }

    private TokenSource token(Map<?, ?> user) {
        var inFile = text(user, "tokenFile");
        if (inFile.isPresent()) {
            return ClusterAccess.tokenIn(beside(inFile.get()));
        }
        var token = text(user, "token");
        return () -> token;
    }

    private void refuseUnsupported(Map<?, ?> user) throws IOException {
        for (String field : List.of("exec", "auth-provider", "username")) {
            if (user.containsKey(field)) {
                throw lacks("its user has '" + field
                        + "', which is not understood here; use a token or a client certificate");
            }
        }
    }

    private Map<?, ?> named(String list, String name) throws IOException {
        if (root.get(list) instanceof List<?> entries) {
            for (Object entry : entries) {
                if (name.equals(map(entry).get("name"))) {
                    return map(entry);
                }
            }
        }
        throw lacks("there is no '" + name + "' among its " + list);
    }

    private Optional<String> data(Map<?, ?> map, String field) throws IOException {
        var inline = text(map, field + "-data");
        if (inline.isPresent()) {
            return Optional.of(new String(Base64.getMimeDecoder().decode(inline.get()), StandardCharsets.UTF_8));
        }
        var path = text(map, field);
        return path.isPresent() ? Optional.of(Files.readString(beside(path.get()))) : Optional.empty();
    }

    private Path beside(String path) {
        return file.toAbsolutePath().resolveSibling(path);
    }

    private IOException lacks(String what) {
        return new IOException("Cannot use the kubeconfig " + file + ": " + what);
    }

    private static Optional<String> text(Map<?, ?> map, String field) {
        return Optional.ofNullable(map.get(field)).map(Object::toString).filter(text -> !text.isEmpty());
    }

    private static Map<?, ?> map(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(
                "a mapping was expected, found " + (value == null ? "nothing" : "something else"));
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("it is not YAML");
    }
}
