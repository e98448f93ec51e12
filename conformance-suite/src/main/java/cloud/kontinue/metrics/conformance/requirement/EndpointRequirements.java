package cloud.kontinue.metrics.conformance.requirement;

import java.util.List;

/** The requirements E1-E8. */
final class EndpointRequirements {

    private EndpointRequirements() {}

    static List<Requirement> all() {
        return List.of();
    }
}
