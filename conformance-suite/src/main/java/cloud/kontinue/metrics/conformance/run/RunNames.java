package cloud.kontinue.metrics.conformance.run;

import cloud.kontinue.metrics.conformance.stage.StagePlan;
import cloud.kontinue.metrics.conformance.worker.WorkerProfile;
import java.util.concurrent.ThreadLocalRandom;

/** Names that no other run uses. */
final class RunNames {

    private static final int LETTERS = 36;
    /** The smallest number of six digits to that base. */
    private static final long SMALLEST = 36 * 36 * 36 * 36 * 36;

    private RunNames() {}

    /** Returns the plan of a run with names of its own, but for those that the worker's profile settles. */
    static StagePlan plan(WorkerProfile profile, boolean cleanUp) {
        String id = id();
        return new StagePlan(
                profile.namespace().orElse("kontinue-conformance-" + id),
                "kontinue-conformance-" + id + "-elsewhere",
                id,
                profile,
                SuiteVersion.get(),
                cleanUp);
    }

    private static String id() {
        long random = ThreadLocalRandom.current().nextLong(SMALLEST, LETTERS * SMALLEST);
        return Long.toString(random, LETTERS);
    }
}
