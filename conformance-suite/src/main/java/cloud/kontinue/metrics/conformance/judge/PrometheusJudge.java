package cloud.kontinue.metrics.conformance.judge;

import java.util.Map;

/** Judges the page's section on Prometheus. */
final class PrometheusJudge {

    private PrometheusJudge() {}

    /** Returns the checks by the id of their requirement. */
    static Map<String, Check> checks() {
        return Map.of(
                "P1", Discovery::findsTheWorker,
                "P2", Discovery::dropsPodsWithoutTheLabel,
                "P3", Discovery::dropsOtherPorts,
                "P4", StoredMetrics::underTheirNames,
                "P5", KnownValues::areComputed,
                "P6", Discovery::disabledYieldsNothing);
    }
}
