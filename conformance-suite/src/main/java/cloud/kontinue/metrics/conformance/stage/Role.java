package cloud.kontinue.metrics.conformance.stage;

import java.util.Locale;
import java.util.Optional;

/**
 * What a worker is to play.
 *
 * @param worker its name in the run, such as {@code W1}
 * @param port where its metrics are to be expected
 * @param metricsBindAddress empty: left unset
 * @param scraped whether it is scraped from its start on
 */
record Role(String worker, String group, int port, Optional<String> metricsBindAddress, boolean scraped) {

    static final int DEFAULT_PORT = 8080;

    static Role onPort(String worker, String group, int port) {
        return new Role(worker, group, port, Optional.of(":" + port), true);
    }

    static Role byDefault(String worker, String group) {
        return new Role(worker, group, DEFAULT_PORT, Optional.empty(), true);
    }

    static Role bindingTo(String worker, String group, int port, String metricsBindAddress) {
        return new Role(worker, group, port, Optional.of(metricsBindAddress), true);
    }

    /** Returns one of which no page is expected. */
    static Role withoutPage(String worker, String group, String metricsBindAddress) {
        return new Role(worker, group, DEFAULT_PORT, Optional.of(metricsBindAddress), false);
    }

    /** Returns how the cluster knows it. */
    String identity(String runId) {
        return "worker-" + runId + "-" + worker.toLowerCase(Locale.ROOT);
    }
}
