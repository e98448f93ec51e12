package cloud.kontinue.metrics.exporter.metrics;

import cloud.kontinue.metrics.exporter.execution.StateCounts;
import cloud.kontinue.metrics.exporter.execution.StateKey;
import cloud.kontinue.metrics.exporter.exposition.Section;
import cloud.kontinue.metrics.exporter.exposition.TextFormat;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The states of the last listing, rendered once per refresh.
 *
 * <p>A refresh swaps all of them at once, so no scrape ever sees half a refresh. Before the first one there are none.
 */
public class ExecutionStates implements Section {

    private static final MetricMetadata METADATA =
            new MetricMetadata(MetricNames.STATES, "Number of executions in each state, as of the last listing.");

    private final AtomicReference<byte[]> rendered = new AtomicReference<>(new byte[0]);

    /** Shows these counts from now on, and nothing of the ones before. */
    public void replace(StateCounts counts) {
        rendered.set(TextFormat.render(snapshot(counts)));
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(rendered.get());
    }

    private static GaugeSnapshot snapshot(StateCounts counts) {
        var points = counts.counts().entrySet().stream()
                .map(count -> new GaugeDataPointSnapshot(count.getValue(), labels(count.getKey()), null))
                .toList();
        return new GaugeSnapshot(METADATA, points);
    }

    private static Labels labels(StateKey key) {
        return Labels.of(
                "function", key.function(),
                "namespace", key.namespace(),
                "state", key.state(),
                "worker", key.worker());
    }
}
