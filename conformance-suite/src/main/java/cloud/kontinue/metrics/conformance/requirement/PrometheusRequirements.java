package cloud.kontinue.metrics.conformance.requirement;

import static cloud.kontinue.metrics.conformance.requirement.Level.EXPECTED;
import static cloud.kontinue.metrics.conformance.requirement.Level.REQUIRED;
import static cloud.kontinue.metrics.conformance.requirement.Section.PROMETHEUS;

import java.util.List;

/** The requirements P1-P6. */
final class PrometheusRequirements {

    private static final String SETUP = "To scrape kontinue worker metrics with Prometheus, add a scrape configuration"
            + " targeting the worker pods:";

    private PrometheusRequirements() {}

    static List<Requirement> all() {
        return List.of(
                new Requirement(
                        "P1",
                        PROMETHEUS,
                        REQUIRED,
                        "The documented job discovers the worker's pod and its scrape is up",
                        SETUP,
                        "The page's job, verbatim, is all that a Prometheus needs to scrape a worker.",
                        "The pod of the worker with default options is among the job's targets, and up, once while it runs. A"
                                + " second job scrapes the harness itself: where that is not up, it is not verified.",
                        List.of("E1", "E2", "E3"),
                        List.of(
                                "Read the target's last error in the evidence: it is Prometheus' own.",
                                "Check that the pod has the label app: kontinue-worker and declares container port 8080.",
                                "Check that the page is served on the pod's address, and within 10 s.")),
                new Requirement(
                        "P2",
                        PROMETHEUS,
                        REQUIRED,
                        "Pods without the label are dropped",
                        "- source_labels: [__meta_kubernetes_pod_label_app] regex: kontinue-worker action: keep",
                        "The job keeps only pods with the label app: kontinue-worker.",
                        "A pod without the label is discovered, and is no target.",
                        List.of(),
                        List.of("Check that the job's relabelling is the page's, with both keep rules.")),
                new Requirement(
                        "P3",
                        PROMETHEUS,
                        REQUIRED,
                        "Other ports are dropped",
                        "- source_labels: [__meta_kubernetes_pod_container_port_number] regex: \"8080\" action: keep",
                        "The job keeps only container port 8080.",
                        "A pod with the label that declares port 9091 alone is discovered, and is no target.",
                        List.of(),
                        List.of("Check that the job's relabelling is the page's, with both keep rules.")),
                new Requirement(
                        "P4",
                        PROMETHEUS,
                        REQUIRED,
                        "All four metrics can be queried under their names, with their labels",
                        "Available Metrics",
                        "What the page documents is what a query finds; labels that are empty are missing after ingest.",
                        "For each documented name some stored series has all the documented labels, as they are or with the"
                                + " prefix exported_. A metric that the worker had shown for 20 s (two scrapes) and that is"
                                + " not stored violates it.",
                        List.of("P1", "R1", "R2", "L1", "L2", "C1", "C2", "C3", "S1", "S2", "S6", "S8", "C8", "L10"),
                        List.of(
                                "Check that the answer to Prometheus' own Accept header has the same names as the text one.",
                                "Check the Prometheus configuration for metric_relabel_configs that rename or drop.")),
                new Requirement(
                        "P5",
                        PROMETHEUS,
                        EXPECTED,
                        "Rates and quantiles give the known values",
                        "kontinue workers expose Prometheus metrics for monitoring execution health and performance.",
                        "The counter can be rated and the histogram gives quantiles, the two things they are for.",
                        "Each stored value of the counter lies between what raw scrapes showed 1 s before and after; where it"
                                + " rose, its rate is above 0; histogram_quantile lies within the buckets that hold"
                                + " observations. No exact rates: a series is born at its first value.",
                        List.of("P4", "C8", "L7", "L10"),
                        List.of(
                                "Check that samples carry no timestamps of their own.",
                                "Check that the counter is never reset while the worker runs.")),
                new Requirement(
                        "P6",
                        PROMETHEUS,
                        REQUIRED,
                        "A worker whose metrics are disabled yields no series",
                        "Set MetricsBindAddress to \"0\" to disable the metrics server.",
                        "Prometheus finds the pod, and nothing there.",
                        "The pod of the worker with \"0\" was a target and was scraped; no series of kontinue's has its"
                                + " instance label.",
                        List.of("B3"),
                        List.of("See B3: something still serves the registry on port 8080.")));
    }
}
