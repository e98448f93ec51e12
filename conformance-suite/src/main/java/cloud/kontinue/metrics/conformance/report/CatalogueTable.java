package cloud.kontinue.metrics.conformance.report;

import cloud.kontinue.metrics.conformance.requirement.Requirement;
import cloud.kontinue.metrics.conformance.requirement.Section;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows requirements as a table. */
public final class CatalogueTable {

    private CatalogueTable() {}

    /** Returns a line for each requirement below the name of its section. */
    public static String text(List<Requirement> requirements) {
        StringBuilder text = new StringBuilder();
        for (Section section : Section.values()) {
            List<Requirement> part = requirements.stream()
                    .filter(requirement -> requirement.section() == section)
                    .toList();
            if (!part.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n").append(section.label()).append('\n');
                part.forEach(requirement -> text.append(String.format(
                        "  %-4s%-10s%s\n", requirement.id(), Words.of(requirement.level()), requirement.title())));
            }
        }
        return text.toString();
    }

    /** Returns a Markdown table, as the documentation shows it. */
    public static String markdown(List<Requirement> requirements) {
        StringBuilder markdown =
                new StringBuilder("| id | section | level | requirement | the page |\n|---|---|---|---|---|\n");
        requirements.forEach(requirement -> Markdown.row(
                markdown,
                requirement.id(),
                requirement.section().label(),
                Words.of(requirement.level()),
                requirement.title(),
                requirement.quote()));
        return markdown.toString();
    }

    /** Returns a JSON array with every field of every requirement. */
    public static String json(List<Requirement> requirements) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Requirement requirement : requirements) {
            ObjectNode json = array.addObject();
            json.put("id", requirement.id());
            json.put("section", requirement.section().label());
            json.put("level", Words.of(requirement.level()));
            json.put("title", requirement.title());
            json.put("quote", requirement.quote());
            json.put("meaning", requirement.meaning());
            json.put("judging", requirement.judging());
            requirement.buildsOn().forEach(json.putArray("buildsOn")::add);
            requirement.remedies().forEach(json.putArray("remedies")::add);
        }
        return Json.pretty(array);
    }
}
