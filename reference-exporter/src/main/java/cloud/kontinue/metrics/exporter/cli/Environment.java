package cloud.kontinue.metrics.exporter.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The environment variables of the process; one that is set to nothing counts as unset. */
record Environment(Map<String, String> variables) {

    Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** Returns the name given to this worker; in a pod, where each host name is a pod's, the host name. */
    Optional<String> workerName() {
        return text("KONTINUE_WORKER")
                .or(() -> text("KUBERNETES_SERVICE_HOST").isPresent() ? text("HOSTNAME") : Optional.empty());
    }

    /** Returns a name that no other worker of the host has. */
    String madeUpName() {
        return "worker-%08x".formatted(ThreadLocalRandom.current().nextInt());
    }
}
