package cloud.kontinue.metrics.conformance.worker;

import cloud.kontinue.metrics.conformance.cluster.Access;
import java.util.Optional;

/**
 * What a worker is started with.
 *
 * @param worker its name in the run, such as {@code W1}
 * @param access how it reaches the cluster
 * @param metricsBindAddress empty: left unset
 * @param suggestedName the name it may use for the {@code worker} label
 */
public record Assignment(
        String worker,
        Access access,
        String namespace,
        String group,
        Optional<String> metricsBindAddress,
        String suggestedName) {}
