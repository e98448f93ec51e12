package cloud.kontinue.metrics.conformance.prometheus;

/** Where a Prometheus comes from: a binary, a container, or one that already runs. */
public interface PrometheusSource {

    /**
     * Starts it and waits until it is ready, or turns to the one that runs.
     *
     * @throws PrometheusStartException if there is none that answers in time
     */
    Prometheus start(ScrapePlan plan) throws PrometheusStartException;
}
