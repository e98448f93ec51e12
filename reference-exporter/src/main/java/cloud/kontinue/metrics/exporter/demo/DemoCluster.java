package cloud.kontinue.metrics.exporter.demo;

import cloud.kontinue.metrics.exporter.execution.Execution;
import cloud.kontinue.metrics.exporter.execution.ExecutionFeed;
import cloud.kontinue.metrics.exporter.execution.ExecutionStore;
import cloud.kontinue.metrics.exporter.execution.Phases;
import cloud.kontinue.metrics.exporter.execution.StateCounts;
import cloud.kontinue.metrics.exporter.execution.StateListing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A cluster in memory, as much of one as a worker needs; it forgets its oldest finished Executions. */
public final class DemoCluster implements StateListing, ExecutionStore {

    private static final int FINISHED_KEPT = 2_000;

    private final Map<String, Execution> executions = new LinkedHashMap<>();
    private final List<ExecutionFeed.Listener> listeners = new CopyOnWriteArrayList<>();
    private long version;

    /** Adds an Execution; empty phase and worker for one that waits. */
    public void create(String namespace, String function, String phase, String worker) {
        Execution created;
        synchronized (this) {
            var number = Long.toString(++version);
            created = new Execution(
                    namespace, function + "-" + number, number, number, "", "", function, Map.of(), phase, worker);
            executions.put(created.uid(), created);
            forgetOldest();
        }
        listeners.forEach(listener -> listener.seen(created));
    }

    @Override
    public Optional<Execution> write(Execution seen, String phase, String worker) {
        Execution written;
        synchronized (this) {
            var now = executions.get(seen.uid());
            if (now == null || !now.resourceVersion().equals(seen.resourceVersion())) {
                return Optional.empty();
            }
            written = now.written(Long.toString(++version), phase, worker);
            executions.put(written.uid(), written);
        }
        listeners.forEach(listener -> listener.seen(written));
        return Optional.of(written);
    }

    @Override
    public synchronized Optional<Execution> read(Execution seen) {
        return Optional.ofNullable(executions.get(seen.uid()));
    }

    @Override
    public synchronized StateCounts count() {
        var tally = new StateCounts.Tally();
        executions.values().forEach(tally::add);
        return tally.counts();
    }

    /** Returns a feed of all its Executions. */
    public ExecutionFeed feed() {
        return new Feed();
    }

    private void forgetOldest() {
        var finished =
                executions.values().stream().filter(DemoCluster::finished).count();
        if (finished > FINISHED_KEPT) {
            executions.values().stream()
                    .filter(DemoCluster::finished)
                    .findFirst()
                    .ifPresent(oldest -> executions.remove(oldest.uid()));
        }
    }

    private static boolean finished(Execution execution) {
        return execution.phase().equals(Phases.COMPLETED) || execution.phase().equals(Phases.FAILED);
    }

    private synchronized List<Execution> all() {
        return List.copyOf(executions.values());
    }

    private final class Feed implements ExecutionFeed {

        private Optional<Listener> told = Optional.empty();

        @Override
        public void start(Listener listener) {
            told = Optional.of(listener);
            listeners.add(listener);
            all().forEach(listener::seen);
        }

        @Override
        public void close() {
            told.ifPresent(listeners::remove);
        }
    }
}
