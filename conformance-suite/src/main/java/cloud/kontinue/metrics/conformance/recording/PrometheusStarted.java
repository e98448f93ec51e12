package cloud.kontinue.metrics.conformance.recording;

/**
 * A Prometheus is there to ask.
 *
 * @param version such as {@code 3.5.3}
 * @param discovery whether it runs the documented job with Kubernetes discovery; otherwise it scrapes by address
 * @param configuration the whole scrape configuration that it was given; empty for one that already ran
 */
public record PrometheusStarted(long at, String version, boolean discovery, String configuration) implements Event {}
