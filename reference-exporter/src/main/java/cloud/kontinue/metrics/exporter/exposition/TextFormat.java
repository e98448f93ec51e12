package cloud.kontinue.metrics.exporter.exposition;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.nio.charset.StandardCharsets;

/**
 * Writes snapshots in the Prometheus text format, version 0.0.4.
 *
 * <p>client_java's own writers end every counter in {@code _total}, which the page's counter does not.
 */
public final class TextFormat {

    /** The value of the {@code Content-Type} header. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private TextFormat() {}

    /**
     * Returns one family; nothing at all where it has no series yet.
     *
     * @throws IllegalArgumentException for a snapshot that is no counter, gauge or classic histogram
     */
    public static byte[] render(MetricSnapshot snapshot) {
        if (snapshot.getDataPoints().isEmpty()) {
            return new byte[0];
        }
        var text = new FamilyText(snapshot.getMetadata().getName());
        if (snapshot instanceof CounterSnapshot counter) {
            text.head("counter", snapshot.getMetadata().getHelp());
            counter.getDataPoints().forEach(point -> text.sample("", point.getLabels(), point.getValue()));
        } else if (snapshot instanceof GaugeSnapshot gauge) {
            text.head("gauge", snapshot.getMetadata().getHelp());
            gauge.getDataPoints().forEach(point -> text.sample("", point.getLabels(), point.getValue()));
        } else if (snapshot instanceof HistogramSnapshot histogram) {
            text.head("histogram", snapshot.getMetadata().getHelp());
            histogram.getDataPoints().forEach(point -> histogram(text, point));
        } else {
            throw new IllegalArgumentException("Invalid metric '"
                    + snapshot.getMetadata().getName() + "': must be a counter, a gauge or a classic histogram");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void histogram(FamilyText text, HistogramDataPointSnapshot point) {
        if (!point.hasClassicHistogramData()) {
            throw new IllegalArgumentException(
                    "Invalid histogram " + labelsOf(point) + ": must have classic buckets (classicOnly())");
        }
        var buckets = point.getClassicBuckets();
        var cumulative = 0L;
        for (int i = 0; i < buckets.size(); i++) {
            cumulative += buckets.getCount(i);
            text.bucket(point.getLabels(), buckets.getUpperBound(i), cumulative);
        }
        text.sample("_sum", point.getLabels(), point.getSum());
        text.sample("_count", point.getLabels(), (double) cumulative);
    }

    private static String labelsOf(DataPointSnapshot point) {
        return point.getLabels().toString();
    }
}
