package cloud.kontinue.metrics.conformance.report;

/** Text inside Markdown: shown as it is, whatever it says. */
public final class Markdown {

    /** What can begin markup, a mention or a link inside a line; the rest means something only where a line begins. */
    private static final String MEANINGFUL = "\\`*_[]|~$@!#";

    private Markdown() {}

    /** Returns the text on one line, every character that could begin markup escaped. */
    public static String escape(String text) {
        String visible = Visible.of(text);
        StringBuilder escaped = new StringBuilder(visible.length());
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            if (c == '&' || c == '<' || c == '>') {
                escaped.append(c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;");
            } else if (needsEscape(visible, i)) {
                escaped.append('\\').append(c);
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean needsEscape(String text, int index) {
        char c = text.charAt(index);
        if (MEANINGFUL.indexOf(c) >= 0) {
            return true;
        }
        // A bare address becomes a link.
        if (c == ':' && text.startsWith("://", index)) {
            return true;
        }
        return index == 0 && "+-=".indexOf(c) >= 0;
    }

    /** Appends a row of a table. */
    public static void row(StringBuilder markdown, String... cells) {
        markdown.append('|');
        for (String cell : cells) {
            markdown.append(' ').append(escape(cell)).append(" |");
        }
        markdown.append('\n');
    }
}
