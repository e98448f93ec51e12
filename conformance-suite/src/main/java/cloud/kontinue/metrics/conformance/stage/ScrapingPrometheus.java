package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.cluster.Cluster;
import cloud.kontinue.metrics.conformance.prometheus.Prometheus;
import cloud.kontinue.metrics.conformance.prometheus.PrometheusSource;
import cloud.kontinue.metrics.conformance.prometheus.PrometheusStartException;
import cloud.kontinue.metrics.conformance.prometheus.ScrapePlan;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.PrometheusStarted;
import cloud.kontinue.metrics.conformance.worker.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The Prometheus of a run, beside the page of our own that it scrapes; or why there is none. */
final class ScrapingPrometheus implements AutoCloseable {

    private final Optional<HarnessPage> page;
    private final Optional<Prometheus> prometheus;
    private final String problem;

    private ScrapingPrometheus(Optional<HarnessPage> page, Optional<Prometheus> prometheus, String problem) {
        this.page = page;
        this.prometheus = prometheus;
        this.problem = problem;
    }

    /** Starts it; where that fails, the run goes on without. */
    static ScrapingPrometheus start(
            Optional<PrometheusSource> source, Cluster cluster, Subject subject, StagePlan plan) {
        if (source.isEmpty()) {
            return none("the run was to have no Prometheus");
        }
        if (!subject.restartable()) {
            return none("Prometheus is shown workers that the run starts, not one that already runs");
        }
        Optional<HarnessPage> page = Optional.empty();
        try {
            page = Optional.of(HarnessPage.open());
            ScrapePlan scrapePlan = new ScrapePlan(
                    cluster.access("prometheus-" + plan.runId()),
                    plan.namespace(),
                    page.get().hostPort(),
                    List.of(PodObjects.DEFAULT_ADDRESS + ":" + Role.DEFAULT_PORT));
            return new ScrapingPrometheus(page, Optional.of(source.get().start(scrapePlan)), "");
        } catch (PrometheusStartException | IOException | RuntimeException e) {
            page.ifPresent(HarnessPage::close);
            return none(Reason.of(e));
        }
    }

    static ScrapingPrometheus none(String problem) {
        return new ScrapingPrometheus(Optional.empty(), Optional.empty(), problem);
    }

    /** Returns its version; empty where there is none. */
    String version() {
        return prometheus.map(Prometheus::version).orElse("");
    }

    Optional<Oracle> oracle(RunClock clock, Recorder recorder) {
        return prometheus.map(there -> new Oracle(there, clock, recorder));
    }

    /** Records what there is, and what is missing. */
    void tell(Backstage backstage) {
        if (prometheus.isEmpty()) {
            backstage.missing(Prerequisite.PROMETHEUS, "", problem);
            return;
        }
        Prometheus there = prometheus.get();
        backstage
                .recorder()
                .record(new PrometheusStarted(
                        backstage.clock().now(), there.version(), there.discovers(), there.configuration()));
        if (!there.discovers()) {
            backstage.missing(
                    Prerequisite.PROMETHEUS_DISCOVERY,
                    "",
                    "this Prometheus scrapes by address: it does not discover pods by the documented job");
        }
    }

    @Override
    public void close() {
        prometheus.ifPresent(Prometheus::close);
        page.ifPresent(HarnessPage::close);
    }
}
