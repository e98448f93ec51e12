package cloud.kontinue.metrics.conformance.exposition;

import java.util.Locale;
import java.util.Optional;

/** The formats that can be parsed. */
public enum Format {
    /** {@code text/plain; version=0.0.4}. */
    TEXT,
    /** {@code application/openmetrics-text; version=1.0.0}. */
    OPENMETRICS;

    /**
     * Returns the format that a Content-Type names; empty where it names none of an exposition.
     *
     * <p>Like Prometheus, it goes by the media type alone, whatever the version: {@link ContentTypes} tells what else
     * Prometheus asks of the header.
     */
    public static Optional<Format> ofContentType(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/plain" -> Optional.of(TEXT);
            case "application/openmetrics-text" -> Optional.of(OPENMETRICS);
            default -> Optional.empty();
        };
    }
}
