package cloud.kontinue.metrics.exporter;

import cloud.kontinue.metrics.exporter.execution.StateListing;
import cloud.kontinue.metrics.exporter.metrics.ExecutionMetrics;
import cloud.kontinue.metrics.exporter.metrics.WorkerMetrics;
import cloud.kontinue.metrics.exporter.refresh.StatesRefresher;
import cloud.kontinue.metrics.exporter.server.MetricsServer;
import cloud.kontinue.metrics.exporter.time.Scheduler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Everything the page documents, running: the four metrics, the refresh of the states and the metrics server.
 *
 * <p>The worker tells {@link #metrics()} what becomes of its Executions; the rest happens by itself. With the address
 * {@code 0} nothing can be scraped, and so nothing is listed either.
 */
public final class MetricsExporter implements AutoCloseable {

    private final WorkerMetrics metrics;
    private final Optional<MetricsServer> server;
    private final Scheduler scheduler;

    private MetricsExporter(WorkerMetrics metrics, Optional<MetricsServer> server, Scheduler scheduler) {
        this.metrics = metrics;
        this.server = server;
        this.scheduler = scheduler;
    }

    /**
     * Starts to serve and to list.
     *
     * @throws IOException with one line for the user where the metrics bind address cannot be bound
     */
    public static MetricsExporter start(WorkerOptions options, StateListing listing) throws IOException {
        return start(options, listing, new ExporterParts());
    }

    /** Does the same with other parts. */
    public static MetricsExporter start(WorkerOptions options, StateListing listing, ExporterParts parts)
            throws IOException {
        var metrics = parts.metrics(options);
        var states = parts.states();
        var server = parts.serve(options.metricsBindAddress(), parts.page(metrics, states));
        var scheduler = parts.refreshScheduler();
        if (server.isPresent()) {
            new StatesRefresher(scheduler, parts.refreshPeriod(), parts.listing(options, listing), states).start();
        }
        return new MetricsExporter(metrics, server, scheduler);
    }

    /** Returns where the worker tells what becomes of its Executions. */
    public ExecutionMetrics metrics() {
        return metrics;
    }

    /** Returns where metrics are served; empty where they are not. */
    public Optional<InetSocketAddress> address() {
        return server.map(MetricsServer::address);
    }

    /** Stops the server and the refresh at once. */
    @Override
    public void close() {
        scheduler.close();
        server.ifPresent(MetricsServer::close);
    }
}
