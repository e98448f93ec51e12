package cloud.kontinue.metrics.exporter.exposition;

import java.io.IOException;
import java.io.OutputStream;

/** A part of the exposition: whole families in the text format, UTF-8. */
@FunctionalInterface
public interface Section {

    /** Writes the families as they are now; any thread may ask. */
    void writeTo(OutputStream out) throws IOException;
}
