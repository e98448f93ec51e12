package cloud.kontinue.metrics.exporter.exposition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What a scrape answers: sections, one after the other. */
public class Page {

    private final List<? extends Section> sections;

    public Page(List<? extends Section> sections) {
        this.sections = List.copyOf(sections);
    }

    /** Returns the value of the {@code Content-Type} header. */
    public String contentType() {
        return TextFormat.CONTENT_TYPE;
    }

    /** Returns the page as it is now, whole, so that a section that fails never leaves half of it at the client. */
    public byte[] render() {
        var out = new ByteArrayOutputStream();
        try {
            writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void writeTo(OutputStream out) throws IOException {
        for (Section section : sections) {
            section.writeTo(out);
        }
    }
}
