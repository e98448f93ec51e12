package cloud.kontinue.metrics.conformance.judge;

import java.util.Map;

/** Judges the page's section on configuration. */
final class ConfigurationJudge {

    private ConfigurationJudge() {}

    /** Returns the checks by the id of their requirement. */
    static Map<String, Check> checks() {
        return Map.of(
                "B1", CustomAddress::serves,
                "B2", CustomAddress::leavesTheDefaultFree,
                "B3", DisabledMetrics::serveNothing,
                "B4", DisabledMetrics::stillWorks,
                "B5", BoundHost::only,
                "B6", BadAddress::isAClearError);
    }
}
