package cloud.kontinue.metrics.conformance.exposition;

/** Shows text from outside in a message: on one line, cut, with nothing that a terminal would obey. */
public final class Quoted {

    private static final int LONGEST = 80;

    private Quoted() {}

    /** Returns it between double quotes. */
    public static String of(String text) {
        return '"' + unquoted(text) + '"';
    }

    public static String unquoted(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(character -> {
            if (isPlain(character)) {
                shown.appendCodePoint(character);
            } else {
                shown.append(String.format("\\u{%x}", character));
            }
        });
        boolean cut = text.length() > LONGEST && text.codePointCount(0, text.length()) > LONGEST;
        return shown.append(cut ? "…" : "").toString();
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
