package cloud.kontinue.metrics.conformance.junit;

import cloud.kontinue.metrics.conformance.cluster.Cluster;
import cloud.kontinue.metrics.conformance.cluster.ClusterException;
import cloud.kontinue.metrics.conformance.cluster.embedded.EmbeddedCluster;
import cloud.kontinue.metrics.conformance.judge.Judgement;
import cloud.kontinue.metrics.conformance.prometheus.ContainerPrometheus;
import cloud.kontinue.metrics.conformance.prometheus.PrometheusFinder;
import cloud.kontinue.metrics.conformance.prometheus.PrometheusStartException;
import cloud.kontinue.metrics.conformance.run.ConformanceRun;
import cloud.kontinue.metrics.conformance.run.RunException;
import cloud.kontinue.metrics.conformance.run.StagedPlay;
import cloud.kontinue.metrics.conformance.stage.Interrupt;
import cloud.kontinue.metrics.conformance.stage.Progress;
import java.util.List;

/** The one run behind the tests of a class. */
final class JUnitRun {

    private JUnitRun() {}

    /** Plays and judges; a run that cannot be made fails the class, not the worker. */
    static List<Judgement> of(KontinueMetricsConformance test) {
        try {
            String path = System.getenv().getOrDefault("PATH", "");
            StagedPlay play = new StagedPlay(
                    new Embedded(),
                    test.worker(),
                    test.profile(),
                    new PrometheusFinder(path, ContainerPrometheus.unavailable()).find(test.prometheus()),
                    Progress.none(),
                    new Interrupt());
            return ConformanceRun.of(play, test.output(), requirement -> true)
                    .report()
                    .judgements();
        } catch (PrometheusStartException | RunException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private record Embedded() implements StagedPlay.ClusterPlace {

        @Override
        public Cluster open() throws ClusterException {
            return EmbeddedCluster.start();
        }

        @Override
        public boolean borrowed() {
            return false;
        }
    }
}
