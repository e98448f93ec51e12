package cloud.kontinue.metrics.conformance.requirement;

import java.util.List;

/** The requirements L1-L10. */
final class LatencyRequirements {

    private LatencyRequirements() {}

    static List<Requirement> all() {
        return List.of();
    }
}
