package cloud.kontinue.metrics.conformance.prometheus;

import java.util.List;

/** The configuration of a Prometheus that the run starts itself. */
final class ScrapeConfiguration {

    /** The job that scrapes the harness: while it is down, nothing that Prometheus misses is the worker's fault. */
    static final String HARNESS_JOB = "kontinue-conformance-harness";

    private static final String HEAD = """
            global:
              scrape_interval: 10s
              scrape_timeout: 10s
            scrape_configs:
            """;

    private ScrapeConfiguration() {}

    /** Returns the one with the documented job, which discovers the pods. */
    static String discovering(ScrapePlan plan) {
        String kubeconfig = plan.discovery().kubeconfig().toAbsolutePath().toString();
        return HEAD + DocumentedJob.ofThePage().yaml(kubeconfig) + harness(plan);
    }

    /** Returns the one for a Prometheus that cannot discover: the same job name, the workers by address. */
    static String byAddress(ScrapePlan plan) {
        return HEAD + staticJob(DocumentedJob.ofThePage().name(), plan.addresses()) + harness(plan);
    }

    private static String harness(ScrapePlan plan) {
        return staticJob(HARNESS_JOB, List.of(plan.harnessHostPort()));
    }

    private static String staticJob(String name, List<String> targets) {
        return "  - job_name: " + Yaml.quoted(name) + "\n    static_configs:\n      - targets: " + Yaml.list(targets)
                + "\n";
    }
}
