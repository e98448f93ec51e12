package cloud.kontinue.metrics.conformance.exposition;

import java.util.List;
import java.util.Optional;

/**
 * What a body says, and where it breaks the rules of its format.
 *
 * <p>Lines that cannot be read are left out of the families and named in the problems, so that one wrong line does not
 * hide the rest.
 *
 * @param families in the order of the body
 * @param problems in the order of their lines; empty for a valid body
 */
public record Exposition(Format format, List<Family> families, List<Problem> problems) {

    public Exposition {
        families = List.copyOf(families);
        problems = List.copyOf(problems);
    }

    /** Returns the first family of that name. */
    public Optional<Family> family(String name) {
        return families.stream().filter(family -> family.name().equals(name)).findFirst();
    }
}
