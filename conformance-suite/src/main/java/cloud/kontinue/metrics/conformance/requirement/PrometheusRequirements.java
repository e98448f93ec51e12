package cloud.kontinue.metrics.conformance.requirement;

import java.util.List;

/** The requirements P1-P6. */
final class PrometheusRequirements {

    private PrometheusRequirements() {}

    static List<Requirement> all() {
        return List.of();
    }
}
