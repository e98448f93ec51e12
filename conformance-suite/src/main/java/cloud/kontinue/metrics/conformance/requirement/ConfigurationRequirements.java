package cloud.kontinue.metrics.conformance.requirement;

import java.util.List;

/** The requirements B1-B6. */
final class ConfigurationRequirements {

    private ConfigurationRequirements() {}

    static List<Requirement> all() {
        return List.of();
    }
}
