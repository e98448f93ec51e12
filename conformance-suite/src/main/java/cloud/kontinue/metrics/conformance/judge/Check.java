package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;

/** Decides one requirement. */
@FunctionalInterface
interface Check {

    Verdict judge(History history);
}
