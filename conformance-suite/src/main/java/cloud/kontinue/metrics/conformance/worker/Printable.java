package cloud.kontinue.metrics.conformance.worker;

import java.util.regex.Pattern;

/** Makes a stranger's text safe to show: colours are dropped, other invisible characters are spelled out. */
final class Printable {

    private static final Pattern TERMINAL_SEQUENCE =
            Pattern.compile("\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\))");

    private Printable() {}

    static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        TERMINAL_SEQUENCE.matcher(text).replaceAll("").codePoints().forEach(character -> {
            if (isVisible(character)) {
                printable.appendCodePoint(character);
            } else {
                printable.append(String.format("\\u%04x", character));
            }
        });
        return printable.toString();
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\t';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
