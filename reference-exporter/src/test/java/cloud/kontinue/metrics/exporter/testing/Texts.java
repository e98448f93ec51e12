package cloud.kontinue.metrics.exporter.testing;

import cloud.kontinue.metrics.exporter.exposition.CollectorSection;
import cloud.kontinue.metrics.exporter.exposition.Page;
import cloud.kontinue.metrics.exporter.exposition.Section;
import cloud.kontinue.metrics.exporter.metrics.WorkerMetrics;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Expositions as lines. */
public final class Texts {

    private Texts() {}

    public static List<String> lines(WorkerMetrics metrics) {
        return lines(new CollectorSection(metrics.collectors()));
    }

    public static List<String> lines(Section section) {
        return new String(new Page(List.of(section)).render(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
