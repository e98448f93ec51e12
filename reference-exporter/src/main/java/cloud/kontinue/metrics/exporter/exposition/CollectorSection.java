package cloud.kontinue.metrics.exporter.exposition;

import io.prometheus.metrics.model.registry.Collector;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The families of client_java's instruments, collected at each scrape. */
public record CollectorSection(List<Collector> collectors) implements Section {

    public CollectorSection {
        collectors = List.copyOf(collectors);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        for (Collector collector : collectors) {
            out.write(TextFormat.render(collector.collect()));
        }
    }
}
