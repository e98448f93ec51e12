package cloud.kontinue.metrics.exporter.cli;

import cloud.kontinue.metrics.exporter.ExporterParts;
import cloud.kontinue.metrics.exporter.MetricsExporter;
import cloud.kontinue.metrics.exporter.WorkerOptions;
import cloud.kontinue.metrics.exporter.demo.DemoCluster;
import cloud.kontinue.metrics.exporter.demo.DemoTraffic;
import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.ExecutionFeed;
import cloud.kontinue.metrics.exporter.execution.ExecutionStore;
import cloud.kontinue.metrics.exporter.kubernetes.KubernetesCluster;
import cloud.kontinue.metrics.exporter.metrics.WorkerMetrics;
import cloud.kontinue.metrics.exporter.time.Scheduler;
import cloud.kontinue.metrics.exporter.time.ThreadScheduler;
import cloud.kontinue.metrics.exporter.worker.ConformanceFunctions;
import cloud.kontinue.metrics.exporter.worker.Functions;
import cloud.kontinue.metrics.exporter.worker.Worker;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker, its exporter and the threads of both, wired up and running. */
final class RunningWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningWorker.class);

    /** Waiting takes no thread; these write statuses. */
    private static final int THREADS = 12;

    private final MetricsExporter exporter;
    private final ExecutionFeed feed;
    private final Scheduler scheduler;
    private final Runnable disconnect;
    private final CountDownLatch told = new CountDownLatch(1);

    private RunningWorker(MetricsExporter exporter, ExecutionFeed feed, Scheduler scheduler, Runnable disconnect) {
        this.exporter = exporter;
        this.feed = feed;
        this.scheduler = scheduler;
        this.disconnect = disconnect;
    }

    static RunningWorker inCluster(WorkerOptions options, Config config, ExporterParts parts)
            throws IOException, InterruptedException {
        var cluster = KubernetesCluster.of(config, options.namespace(), options.group());
        var exporter = MetricsExporter.start(options, cluster.states(), parts);
        var running =
                new RunningWorker(exporter, cluster.feed(), new ThreadScheduler("worker", THREADS), cluster::close);
        return running.working(options, cluster.store(), new ConformanceFunctions());
    }

    static RunningWorker demo(WorkerOptions options, ExporterParts parts)
            throws IOException, ClusterException, InterruptedException {
        var cluster = new DemoCluster();
        var traffic = new DemoTraffic(cluster, new Random());
        var colleague = options.worker() + "-colleague";
        traffic.history(List.of(options.worker(), colleague));
        var exporter = MetricsExporter.start(options, cluster, parts);
        var running = new RunningWorker(exporter, cluster.feed(), new ThreadScheduler("worker", THREADS), () -> {})
                .working(options, cluster, traffic);
        new Worker(colleague, cluster, traffic, new WorkerMetrics(colleague), running.scheduler).work(cluster.feed());
        traffic.start(running.scheduler);
        return running;
    }

    /** Returns the address of its metrics; empty where it serves none. */
    Optional<String> metrics() {
        return exporter.address().map(RunningWorker::url);
    }

    /** Waits until the process is told to end, then ends it in order. */
    void untilTold() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end"));
        told.await();
    }

    @Override
    public void close() {
        feed.close();
        scheduler.close();
        exporter.close();
        disconnect.run();
        told.countDown();
    }

    private RunningWorker working(WorkerOptions options, ExecutionStore store, Functions functions)
            throws IOException, InterruptedException {
        try {
            new Worker(options.worker(), store, functions, exporter.metrics(), scheduler).work(feed);
        } catch (ClusterException e) {
            close();
            throw new IOException("Cannot follow the Executions of group '" + options.group() + "' in namespace '"
                    + options.namespace() + "': " + e.getMessage()
                    + "; check the kubeconfig, and that the worker may list and watch Executions there");
        }
        LOG.info(
                "Worker {} runs the Executions of group {} in namespace {}; metrics: {}",
                options.worker(),
                options.group(),
                options.namespace(),
                metrics().orElse("none"));
        return this;
    }

    private static String url(InetSocketAddress address) {
        var host = address.getAddress().isAnyLocalAddress() ? "localhost" : address.getHostString();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort() + "/metrics";
    }
}
