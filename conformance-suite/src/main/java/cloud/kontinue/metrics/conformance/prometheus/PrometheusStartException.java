package cloud.kontinue.metrics.conformance.prometheus;

import java.io.Serial;

/** There is no Prometheus to scrape with; the message is one line for the user: what was expected, found, and what to do. */
public final class PrometheusStartException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    public PrometheusStartException(String message) {
        super(message);
    }
}
