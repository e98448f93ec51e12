package cloud.kontinue.metrics.conformance.report;

import cloud.kontinue.metrics.conformance.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;

/** Explains a requirement to somebody whose worker violates it. */
public final class Explanation {

    private static final int WIDTH = 96;
    private static final String INDENT = "  ";

    private Explanation() {}

    /** Returns quote, meaning, how it is judged and what to check, in lines that fit a terminal. */
    public static String of(Requirement requirement) {
        StringBuilder text = new StringBuilder();
        text.append(requirement.id())
                .append(" · ")
                .append(requirement.title())
                .append('\n')
                .append(requirement.section().label())
                .append(", ")
                .append(Words.of(requirement.level()))
                .append("\n\n");
        part(text, "The page says", List.of("\"" + requirement.quote() + "\""), "");
        part(text, "Which means", List.of(requirement.meaning()), "");
        part(text, "How it is judged", List.of(requirement.judging()), "");
        if (!requirement.buildsOn().isEmpty()) {
            part(text, "Builds on", List.of(String.join(", ", requirement.buildsOn())), "");
        }
        part(text, "What to check when it is violated", requirement.remedies(), "- ");
        return text.toString().stripTrailing() + "\n";
    }

    private static void part(StringBuilder text, String title, List<String> paragraphs, String bullet) {
        text.append(title).append('\n');
        for (String paragraph : paragraphs) {
            String lead = INDENT + bullet;
            for (String line : wrap(paragraph, WIDTH - lead.length())) {
                text.append(lead).append(line).append('\n');
                lead = INDENT + " ".repeat(bullet.length());
            }
        }
        text.append('\n');
    }

    private static List<String> wrap(String paragraph, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
