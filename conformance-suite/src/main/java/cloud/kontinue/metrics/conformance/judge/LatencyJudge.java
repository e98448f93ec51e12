package cloud.kontinue.metrics.conformance.judge;

import java.util.Map;

/** Judges the page's section on latency. */
final class LatencyJudge {

    private LatencyJudge() {}

    /** Returns the checks by the id of their requirement. */
    static Map<String, Check> checks() {
        return Map.of();
    }
}
