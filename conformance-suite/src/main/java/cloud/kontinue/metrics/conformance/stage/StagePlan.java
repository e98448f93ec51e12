package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.worker.WorkerProfile;
import java.util.regex.Pattern;

/**
 * What a run is to play.
 *
 * @param namespace the namespace of every worker; made where it is missing
 * @param elsewhere the other namespace; made where it is missing
 * @param runId tells this run's names from another's on the same cluster: lower-case letters, digits and {@code -}
 * @param profile what the worker calls things
 * @param suiteVersion told in the recording
 * @param cleanUp whether the run's Executions are deleted when it is over, as befits a user's cluster
 */
public record StagePlan(
        String namespace, String elsewhere, String runId, WorkerProfile profile, String suiteVersion, boolean cleanUp) {

    private static final Pattern RUN_ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?");

    public StagePlan {
        if (!RUN_ID.matcher(runId).matches()) {
            throw new IllegalArgumentException("Invalid run id '" + runId
                    + "': must be 1 to 20 lower-case letters, digits or '-', with a letter or digit at both ends");
        }
        if (namespace.equals(elsewhere)) {
            throw new IllegalArgumentException(
                    "Invalid namespaces: '" + namespace + "' must not also be the other namespace; choose two");
        }
    }
}
