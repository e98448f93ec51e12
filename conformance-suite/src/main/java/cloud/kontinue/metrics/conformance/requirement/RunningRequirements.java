package cloud.kontinue.metrics.conformance.requirement;

import java.util.List;

/** The requirements R1-R9. */
final class RunningRequirements {

    private RunningRequirements() {}

    static List<Requirement> all() {
        return List.of();
    }
}
