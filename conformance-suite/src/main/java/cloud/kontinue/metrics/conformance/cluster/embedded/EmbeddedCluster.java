package cloud.kontinue.metrics.conformance.cluster.embedded;

import cloud.kontinue.metrics.conformance.cluster.Access;
import cloud.kontinue.metrics.conformance.cluster.Cluster;
import cloud.kontinue.metrics.conformance.cluster.ClusterException;
import cloud.kontinue.metrics.conformance.cluster.ExecutionCrd;
import cloud.kontinue.metrics.conformance.cluster.ListingRights;
import cloud.kontinue.metrics.conformance.cluster.RequestLog;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Kubernetes API in this JVM's memory, on loopback ports: the Execution CRD, pods and namespaces as plain objects,
 * and what clients ask for on the side. Nothing runs in it, and only {@link ListingRights} are ever refused.
 */
public final class EmbeddedCluster implements Cluster {

    /** How many changes lists and watches can look back; as with a real cluster, older ones answer 410. */
    static final int WINDOW = 50_000;

    private final Vertx vertx;
    private final Api api;
    private final Denials denials = new Denials();
    private final Requests requests = new Requests();
    private final Kubeconfigs kubeconfigs;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private final Map<String, Access> accesses = new LinkedHashMap<>();
    private final KubernetesClient client;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedCluster(int port, int window) throws ClusterException {
        vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        kubeconfigs = new Kubeconfigs();
        api = new Api(vertx, new Store(window), denials, requests);
        seed();
        try {
            accesses.put("", open("", port));
        } catch (Listener.ListenException e) {
            closeServers();
            throw new ClusterException("Cannot serve the embedded cluster on 127.0.0.1:" + port + ": " + e.getMessage()
                    + "; choose another port, or 0 for any that is free");
        }
        Config config = new ConfigBuilder(
                        Config.fromKubeconfig(accesses.get("").kubeconfig().toFile()))
                .build();
        client = new KubernetesClientBuilder().withConfig(config).build();
    }

    /** Starts a cluster on ports that are free. */
    public static EmbeddedCluster start() throws ClusterException {
        return start(0);
    }

    /**
     * Starts a cluster whose API for everyone is on one port of the loopback address.
     *
     * @param port 0 for any that is free
     * @throws ClusterException if the port is taken
     */
    public static EmbeddedCluster start(int port) throws ClusterException {
        return new EmbeddedCluster(port, WINDOW);
    }

    /** Starts a cluster that forgets early. */
    static EmbeddedCluster start(int port, int window) throws ClusterException {
        return new EmbeddedCluster(port, window);
    }

    private void seed() {
        for (String name : List.of("default", "kube-system")) {
            ObjectNode namespace = ResourceTypes.NAMESPACES.empty();
            namespace.putObject("metadata").put("name", name);
            api.seed("/api/v1/namespaces", namespace);
        }
        api.seed(
                "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
                Json.receivedObject(ExecutionCrd.yaml(), true));
    }

    private Access open(String identity, int port) throws Listener.ListenException {
        HttpServer server = Listener.open(vertx, identity, api, port);
        servers.add(server);
        return new Access(identity, kubeconfigs.write(identity, "http://127.0.0.1:" + server.actualPort()));
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public String kubernetesVersion() {
        return Discovery.GIT_VERSION;
    }

    @Override
    public KubernetesClient client() {
        return client;
    }

    @Override
    public synchronized Access access(String identity) {
        Access known = accesses.get(identity);
        if (known != null) {
            return known;
        }
        try {
            Access access = open(identity, 0);
            accesses.put(identity, access);
            return access;
        } catch (Listener.ListenException e) {
            throw new IllegalStateException("No free port on 127.0.0.1 for " + identity + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<RequestLog> requests() {
        return Optional.of(requests);
    }

    @Override
    public Optional<ListingRights> listingRights() {
        return Optional.of(denials);
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            client.close();
            closeServers();
        }
    }

    private void closeServers() {
        // One after the other: connections that end while their event loop does are reported as errors.
        servers.forEach(server -> await(server.close()));
        await(vertx.close());
        kubeconfigs.close();
    }

    private static void await(Future<Void> closing) {
        try {
            closing.toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Its threads are daemons: they end with the JVM at the latest.
        }
    }
}
