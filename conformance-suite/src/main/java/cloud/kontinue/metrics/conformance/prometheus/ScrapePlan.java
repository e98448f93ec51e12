package cloud.kontinue.metrics.conformance.prometheus;

import cloud.kontinue.metrics.conformance.cluster.Access;
import java.util.List;

/**
 * What a Prometheus is to scrape.
 *
 * @param discovery how it reaches the cluster, to discover the worker's pods
 * @param namespace where those pods are, and where a Prometheus that is a pod itself belongs; the documented job names none
 * @param harnessHostPort {@code host:port} of the harness' own page: if that is down, Prometheus or the host is to blame
 * @param addresses {@code host:port} of each worker, for a Prometheus that cannot discover
 */
public record ScrapePlan(Access discovery, String namespace, String harnessHostPort, List<String> addresses) {

    public ScrapePlan {
        addresses = List.copyOf(addresses);
    }
}
