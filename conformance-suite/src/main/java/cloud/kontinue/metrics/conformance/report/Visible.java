package cloud.kontinue.metrics.conformance.report;

/** Makes text of strangers harmless: what a worker wrote must neither steer a terminal nor break a file. */
final class Visible {

    private Visible() {}

    /**
     * Returns the text on one line, each control character, direction mark and lone surrogate spelled out, such as
     * {@code \n} or {@code \}{@code u001b}.
     */
    static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            if (isHarmless(codePoint)) {
                visible.appendCodePoint(codePoint);
            } else {
                visible.append(escape(codePoint));
            }
        });
        return visible.toString();
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(codePoint > 0xffff ? "\\U%08x" : "\\u%04x", codePoint);
        };
    }
}
