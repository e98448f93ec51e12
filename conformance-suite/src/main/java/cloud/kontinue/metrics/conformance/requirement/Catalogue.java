package cloud.kontinue.metrics.conformance.requirement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All requirements, in the order of the page. */
public final class Catalogue {

    private static final List<Requirement> ALL = Stream.of(
                    EndpointRequirements.all(),
                    RunningRequirements.all(),
                    LatencyRequirements.all(),
                    CompletedRequirements.all(),
                    StatesRequirements.all(),
                    ConfigurationRequirements.all(),
                    PrometheusRequirements.all())
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}

    /** Returns every requirement, in the order of the page. */
    public static List<Requirement> all() {
        return ALL;
    }

    /** Returns the requirement of that id, in any case of letters. */
    public static Optional<Requirement> find(String id) {
        return ALL.stream()
                .filter(requirement -> requirement.id().equalsIgnoreCase(id))
                .findFirst();
    }

    /** Returns the requirements of a section. */
    public static List<Requirement> of(Section section) {
        return ALL.stream()
                .filter(requirement -> requirement.section() == section)
                .toList();
    }
}
