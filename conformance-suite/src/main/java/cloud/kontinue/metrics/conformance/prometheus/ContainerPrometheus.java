package cloud.kontinue.metrics.conformance.prometheus;

/** Where a Prometheus in a container would come from. */
@FunctionalInterface
public interface ContainerPrometheus {

    /**
     * Returns one that can be started in a container.
     *
     * @throws PrometheusStartException if containers cannot be started here; the message says why
     */
    PrometheusSource find() throws PrometheusStartException;

    /** Returns the one of a suite that starts no containers: it always refuses. */
    static ContainerPrometheus unavailable() {
        return () -> {
            throw new PrometheusStartException(
                    "a Prometheus in a container cannot be started by this version of the suite;"
                            + " put a prometheus binary on PATH, or use --prometheus binary=PATH, a URL or none");
        };
    }
}
