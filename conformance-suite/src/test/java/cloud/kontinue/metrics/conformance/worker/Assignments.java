package cloud.kontinue.metrics.conformance.worker;

import cloud.kontinue.metrics.conformance.cluster.Access;
import java.nio.file.Path;
import java.util.Optional;

/** Assignments for workers that reach no cluster. */
final class Assignments {

    static final Path KUBECONFIG = Path.of("/nowhere/kube config");

    private Assignments() {}

    static Assignment withDefaultAddress() {
        return assignment(Optional.empty());
    }

    static Assignment withAddress(String metricsBindAddress) {
        return assignment(Optional.of(metricsBindAddress));
    }

    private static Assignment assignment(Optional<String> metricsBindAddress) {
        return new Assignment("W1", new Access("w1", KUBECONFIG), "ns-a", "g'1", metricsBindAddress, "worker-1");
    }
}
