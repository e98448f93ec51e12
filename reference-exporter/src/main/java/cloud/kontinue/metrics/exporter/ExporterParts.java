package cloud.kontinue.metrics.exporter;

import cloud.kontinue.metrics.exporter.execution.StateListing;
import cloud.kontinue.metrics.exporter.exposition.CollectorSection;
import cloud.kontinue.metrics.exporter.exposition.Page;
import cloud.kontinue.metrics.exporter.metrics.ExecutionStates;
import cloud.kontinue.metrics.exporter.metrics.WorkerMetrics;
import cloud.kontinue.metrics.exporter.refresh.StatesRefresher;
import cloud.kontinue.metrics.exporter.server.BindAddress;
import cloud.kontinue.metrics.exporter.server.MetricsServer;
import cloud.kontinue.metrics.exporter.time.Scheduler;
import cloud.kontinue.metrics.exporter.time.ThreadScheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes the parts of an exporter; one that differs in a part overrides the method that makes it. */
public class ExporterParts {

    /** Returns the clock and threads of the refresh, one thread and nobody else's. */
    public Scheduler refreshScheduler() {
        return new ThreadScheduler("states-refresh", 1);
    }

    /** Returns the metrics that the worker moves. */
    public WorkerMetrics metrics(WorkerOptions options) {
        return new WorkerMetrics(options.worker());
    }

    /** Returns the states, which are none yet. */
    public ExecutionStates states() {
        return new ExecutionStates();
    }

    /** Returns what a scrape answers. */
    public Page page(WorkerMetrics metrics, ExecutionStates states) {
        return new Page(List.of(new CollectorSection(metrics.collectors()), states));
    }

    /** Returns how the states are listed, given the listing of the cluster. */
    public StateListing listing(WorkerOptions options, StateListing ofCluster) {
        return ofCluster;
    }

    /** Returns the time from the start of one listing to the start of the next. */
    public Duration refreshPeriod() {
        return StatesRefresher.PERIOD;
    }

    /**
     * Serves the page where the address says so.
     *
     * @throws IOException with one line for the user where the address cannot be bound
     */
    public Optional<MetricsServer> serve(BindAddress address, Page page) throws IOException {
        return address instanceof BindAddress.Listen listen
                ? Optional.of(MetricsServer.start(listen, page))
                : Optional.empty();
    }
}
