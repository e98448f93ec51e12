package cloud.kontinue.metrics.conformance.worker;

import java.util.Map;

/** The environment variables by which a local process learns its assignment. */
final class WorkerEnvironment {

    static final String KUBECONFIG = "KUBECONFIG";
    static final String NAMESPACE = "KONTINUE_NAMESPACE";
    static final String GROUP = "KONTINUE_GROUP";
    static final String METRICS_BIND_ADDRESS = "KONTINUE_METRICS_BIND_ADDRESS";
    static final String WORKER = "KONTINUE_WORKER";

    private WorkerEnvironment() {}

    /** Sets the assignment in an inherited environment; an unset address is taken out of it. */
    static void apply(Assignment assignment, Map<String, String> environment) {
        environment.put(
                KUBECONFIG, assignment.access().kubeconfig().toAbsolutePath().toString());
        environment.put(NAMESPACE, assignment.namespace());
        environment.put(GROUP, assignment.group());
        environment.put(WORKER, assignment.suggestedName());
        assignment
                .metricsBindAddress()
                .ifPresentOrElse(
                        address -> environment.put(METRICS_BIND_ADDRESS, address),
                        () -> environment.remove(METRICS_BIND_ADDRESS));
    }
}
