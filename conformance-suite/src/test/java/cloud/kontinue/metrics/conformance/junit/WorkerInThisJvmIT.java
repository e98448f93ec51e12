package cloud.kontinue.metrics.conformance.junit;

import cloud.kontinue.metrics.conformance.worker.Assignment;
import cloud.kontinue.metrics.conformance.worker.ObjectSubject;
import cloud.kontinue.metrics.conformance.worker.Subject;
import cloud.kontinue.metrics.exporter.MetricsExporter;
import cloud.kontinue.metrics.exporter.WorkerOptions;
import cloud.kontinue.metrics.exporter.kubernetes.ClusterAccess;
import cloud.kontinue.metrics.exporter.kubernetes.KubernetesCluster;
import cloud.kontinue.metrics.exporter.time.ThreadScheduler;
import cloud.kontinue.metrics.exporter.worker.ConformanceFunctions;
import cloud.kontinue.metrics.exporter.worker.Worker;
import java.util.Map;

/** A worker of this JVM, judged as a Java project judges its own. */
class WorkerInThisJvmIT implements KontinueMetricsConformance {

    private static final int THREADS = 8;

    @Override
    public Subject worker() {
        return new ObjectSubject("reference worker in this JVM", WorkerInThisJvmIT::start);
    }

    private static AutoCloseable start(Assignment assignment) throws Exception {
        WorkerOptions unset = new WorkerOptions(assignment.namespace(), assignment.group(), assignment.suggestedName());
        WorkerOptions options = assignment
                .metricsBindAddress()
                .map(unset::withMetricsBindAddress)
                .orElse(unset);
        ClusterAccess access = ClusterAccess.find(
                Map.of("KUBECONFIG", assignment.access().kubeconfig().toString()));
        KubernetesCluster cluster = KubernetesCluster.of(access, options.namespace(), options.group());
        MetricsExporter exporter = MetricsExporter.start(options, cluster.states());
        ThreadScheduler scheduler = new ThreadScheduler(options.worker(), THREADS);
        new Worker(options.worker(), cluster.store(), new ConformanceFunctions(), exporter.metrics(), scheduler)
                .work(cluster.feed());
        return () -> {
            cluster.feed().close();
            scheduler.close();
            exporter.close();
        };
    }
}
