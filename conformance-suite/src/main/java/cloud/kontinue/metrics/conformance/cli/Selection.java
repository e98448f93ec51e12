package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.requirement.Catalogue;
import cloud.kontinue.metrics.conformance.requirement.Requirement;
import cloud.kontinue.metrics.conformance.requirement.Section;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** Which requirements are asked for. */
final class Selection {

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "ID",
            description = "Judge these requirements only, such as S4,B3; a run is played whole all the same.")
    private List<String> ids = List.of();

    @Option(
            names = "--section",
            split = ",",
            paramLabel = "SECTION",
            description = "Judge these sections of the page only: endpoint, running, latency, completed, states,"
                    + " configuration, prometheus.")
    private List<String> sections = List.of();

    /** Returns whether a requirement is asked for; everything is, where nothing was said. */
    Predicate<Requirement> filter() {
        if (!ids.isEmpty() && !sections.isEmpty()) {
            throw new UserError("--only and --section exclude each other: give one of them");
        }
        if (ids.isEmpty() && sections.isEmpty()) {
            return requirement -> true;
        }
        Set<Requirement> selected = new LinkedHashSet<>();
        ids.forEach(id -> selected.add(requirement(id)));
        sections.forEach(section -> selected.addAll(Catalogue.of(section(section))));
        return selected::contains;
    }

    /** Returns a requirement by the id that a person typed. */
    static Requirement requirement(String id) {
        return Catalogue.find(id.strip()).orElseThrow(() -> {
            List<String> known = Catalogue.all().stream().map(Requirement::id).toList();
            return new UserError("no requirement '" + id + "'" + Suggestions.of(id.strip(), known)
                    + "; 'kontinue-conformance list' shows all");
        });
    }

    private static Section section(String name) {
        return Arrays.stream(Section.values())
                .filter(section -> section.label().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> known =
                            Arrays.stream(Section.values()).map(Section::label).toList();
                    return new UserError("no section '" + name + "': expected one of " + String.join(", ", known)
                            + Suggestions.of(name.strip(), known));
                });
    }
}
