package cloud.kontinue.metrics.conformance.report;

/** Text inside HTML and XML, as element content or as a quoted attribute. */
final class Markup {

    private Markup() {}

    /** Returns the text made {@linkplain Visible visible} and without any character that means something to a parser. */
    static String escape(String text) {
        String visible = Visible.of(text);
        StringBuilder escaped = new StringBuilder(visible.length());
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
