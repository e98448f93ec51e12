package cloud.kontinue.metrics.conformance.requirement;

import java.util.List;

/** The requirements S1-S15. */
final class StatesRequirements {

    private StatesRequirements() {}

    static List<Requirement> all() {
        return List.of();
    }
}
