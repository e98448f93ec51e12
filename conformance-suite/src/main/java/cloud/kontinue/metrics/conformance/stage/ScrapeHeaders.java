package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import java.util.Map;

/** The request headers of each kind of scrape. */
final class ScrapeHeaders {

    static final String ACCEPT = "Accept";

    private static final String ACCEPT_ENCODING = "Accept-Encoding";
    private static final String USER_AGENT = "User-Agent";
    private static final String TIMEOUT = "X-Prometheus-Scrape-Timeout-Seconds";

    private static final String TEXT = "text/plain;version=0.0.4;q=1,*/*;q=0.1";

    // As the servers of versions 2.53.3 and 3.5.3 send them.
    private static final String ACCEPT_2 = "application/openmetrics-text;version=1.0.0;q=0.5,"
            + "application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2";
    private static final String ACCEPT_3 = "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
            + "application/openmetrics-text;version=0.0.1;q=0.5,"
            + "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2";

    private ScrapeHeaders() {}

    static Map<String, String> of(Purpose purpose) {
        return switch (purpose) {
            case REGULAR, BURST, TEXT, OTHER_PATH, OTHER_ADDRESS, EXCLUDED_ADDRESS -> Map.of(ACCEPT, TEXT);
            case GZIP -> Map.of(ACCEPT, TEXT, ACCEPT_ENCODING, "gzip");
            case OPENMETRICS -> Map.of(ACCEPT, "application/openmetrics-text;version=1.0.0;q=1,*/*;q=0.1");
            case AS_PROMETHEUS_2 -> asPrometheus(ACCEPT_2, "Prometheus/2.53.3");
            case AS_PROMETHEUS_3 -> asPrometheus(ACCEPT_3, "Prometheus/3.5.3");
        };
    }

    private static Map<String, String> asPrometheus(String accept, String agent) {
        return Map.of(ACCEPT, accept, ACCEPT_ENCODING, "gzip", USER_AGENT, agent, TIMEOUT, "10");
    }
}
