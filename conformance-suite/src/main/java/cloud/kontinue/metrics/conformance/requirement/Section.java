package cloud.kontinue.metrics.conformance.requirement;

import java.util.Locale;

/** A section of the metrics page. */
public enum Section {
    ENDPOINT,
    RUNNING,
    LATENCY,
    COMPLETED,
    STATES,
    CONFIGURATION,
    PROMETHEUS;

    /** The name a person types and a report shows, such as {@code states}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
