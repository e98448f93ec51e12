package cloud.kontinue.metrics.conformance.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What a person may have meant. */
final class Suggestions {

    private static final int MOST = 3;

    private Suggestions() {}

    /** Returns {@code "; did you mean A or B?"} for the words nearest to what was typed; empty if none is near. */
    static String of(String typed, Collection<String> words) {
        int near = Math.max(1, typed.length() / 3);
        List<String> nearest = words.stream()
                .filter(word -> distance(lower(typed), lower(word)) <= near)
                .sorted((a, b) -> distance(lower(typed), lower(a)) - distance(lower(typed), lower(b)))
                .limit(MOST)
                .toList();
        return nearest.isEmpty() ? "" : "; did you mean " + String.join(" or ", nearest) + "?";
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The number of letters to insert, remove or replace. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
