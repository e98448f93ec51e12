package cloud.kontinue.metrics.conformance.worker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the suite must know of a worker that does not take the contract's names.
 *
 * @param functions each of {@link #CONTRACT_FUNCTIONS} to the worker's own name; one that it lacks is no key
 * @param ownerField the path of the field of an Execution that names its owner, such as {@code status.worker}; empty: none
 * @param ready how long a worker may take from its start until it serves its page or claims an Execution
 * @param namespace where a worker that already runs looks for Executions; empty: the run chooses
 * @param group the worker group of a worker that already runs; empty: the run chooses
 */
public record WorkerProfile(
        Map<String, String> functions,
        Optional<String> ownerField,
        Duration ready,
        Optional<String> namespace,
        Optional<String> group) {

    /** The functions that the contract asks for. */
    public static final List<String> CONTRACT_FUNCTIONS =
            List.of("conformance-succeed", "conformance-fail", "conformance-sleep", "conformance-suspend");

    private static final Duration DEFAULT_READY = Duration.ofSeconds(30);
    private static final String DEFAULT_OWNER_FIELD = "status.worker";

    public WorkerProfile {
        functions = Map.copyOf(functions);
        for (String function : functions.keySet()) {
            if (!CONTRACT_FUNCTIONS.contains(function)) {
                throw new IllegalArgumentException(
                        "Invalid function '" + function + "': must be one of " + String.join(", ", CONTRACT_FUNCTIONS));
            }
        }
        if (ready.isNegative() || ready.isZero()) {
            throw new IllegalArgumentException("Invalid ready time " + ready + ": must be more than zero");
        }
    }

    /** Returns the profile of a worker that keeps to the contract: its function names, {@code status.worker}, 30 s. */
    public static WorkerProfile defaults() {
        return new WorkerProfile(
                CONTRACT_FUNCTIONS.stream().collect(Collectors.toMap(function -> function, function -> function)),
                Optional.of(DEFAULT_OWNER_FIELD),
                DEFAULT_READY,
                Optional.empty(),
                Optional.empty());
    }

    /** Returns what the worker calls a function of the contract; empty: it lacks it. */
    public Optional<String> function(String contractName) {
        return Optional.ofNullable(functions.get(contractName));
    }
}
