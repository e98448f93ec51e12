package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.cluster.Cluster;
import cloud.kontinue.metrics.conformance.cluster.ClusterException;
import cloud.kontinue.metrics.conformance.cluster.embedded.EmbeddedCluster;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the embedded cluster by itself. */
@Command(
        name = "cluster",
        description = "Runs just the in-memory cluster with the kontinue CRDs, until Ctrl-C: for writing a worker.",
        mixinStandardHelpOptions = true)
final class ClusterCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "N", description = "The API's port; default: any that is free.")
    private int port;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "Where to write a kubeconfig; default: a temporary file.")
    private Optional<Path> kubeconfig = Optional.empty();

    private final Terminal terminal;

    ClusterCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new UserError("invalid --port " + port + ": expected 0 to 65535, 0 for any that is free");
        }
        try (Cluster cluster = EmbeddedCluster.start(port);
                KubeconfigFile file = KubeconfigFile.write(cluster.access("").kubeconfig(), kubeconfig)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(file, cluster), "end-cluster"));
            tell(file.path());
            new CountDownLatch(1).await();
            return ExitStatus.CONFORMING;
        } catch (ClusterException e) {
            throw UserError.of(e);
        }
    }

    /** Ctrl-C ends the process without closing what is open. */
    private static void end(KubeconfigFile file, Cluster cluster) {
        file.close();
        cluster.close();
    }

    private void tell(Path file) {
        terminal.out().println("A Kubernetes API with the kontinue CRDs runs until Ctrl-C. To use it:");
        terminal.out().println("  export KUBECONFIG=" + file);
        terminal.out().println("  kubectl get executions -A");
        terminal.out().println("To judge a worker that runs on it:");
        terminal.out()
                .println("  kontinue-conformance run --cluster kubeconfig=" + file
                        + " --worker-url http://localhost:8080/metrics --worker-profile PROFILE.yaml");
        terminal.out().flush();
    }
}
