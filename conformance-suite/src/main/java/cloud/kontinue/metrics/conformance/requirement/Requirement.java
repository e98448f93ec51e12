package cloud.kontinue.metrics.conformance.requirement;

import java.util.List;

/**
 * One thing that the metrics page asks of a worker.
 *
 * @param id what a person types, such as {@code S4}
 * @param section the section of the page that it comes from
 * @param level how binding it is
 * @param title one line, without a full stop
 * @param quote the page's words, verbatim
 * @param meaning how the quote is read
 * @param judging how it is decided, with the tolerances in numbers
 * @param buildsOn ids of requirements without which this one cannot be judged
 * @param remedies what to check when it is violated, most likely first
 */
public record Requirement(
        String id,
        Section section,
        Level level,
        String title,
        String quote,
        String meaning,
        String judging,
        List<String> buildsOn,
        List<String> remedies) {

    public Requirement {
        if (!id.matches("[A-Z][0-9]{1,2}")) {
            throw new IllegalArgumentException("Invalid id '" + id + "': must be a capital letter and a number");
        }
        buildsOn = List.copyOf(buildsOn);
        remedies = List.copyOf(remedies);
    }
}
