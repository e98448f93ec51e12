package cloud.kontinue.metrics.conformance.prometheus;

/** Which Prometheus a run scrapes with. */
public sealed interface PrometheusChoice {

    /** Returns what cannot be verified for the choice and why, as one line for people; empty: all can. */
    String shortcoming();

    /** One to start. */
    record With(PrometheusSource source, String shortcoming) implements PrometheusChoice {}

    /** None at all. */
    record Without(String shortcoming) implements PrometheusChoice {}
}
