package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.worker.Subject;
import cloud.kontinue.metrics.conformance.worker.WorkerProfile;

/** Records what a run will lack, before it begins. */
final class Prerequisites {

    private Prerequisites() {}

    static void tell(Backstage backstage, Subject subject) {
        WorkerProfile profile = backstage.plan().profile();
        for (String function : WorkerProfile.CONTRACT_FUNCTIONS) {
            if (profile.function(function).isEmpty()) {
                backstage.missing(Prerequisite.FUNCTION, "", "the worker has no function " + function);
            }
        }
        if (!subject.restartable()) {
            backstage.missing(
                    Prerequisite.RESTART,
                    "",
                    "the worker is already running: the suite cannot start others of it with other options");
        }
        if (backstage.cluster().requests().isEmpty()) {
            backstage.missing(Prerequisite.REQUESTS, "", "this cluster does not show the requests that workers make");
        }
        if (backstage.cluster().listingRights().isEmpty()) {
            backstage.missing(Prerequisite.LIST_FAULT, "", "a worker's right to list cannot be taken away here");
        }
    }
}
