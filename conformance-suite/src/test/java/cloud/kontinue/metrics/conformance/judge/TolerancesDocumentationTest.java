package cloud.kontinue.metrics.conformance.judge;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.Documentation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TolerancesDocumentationTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| ([^|]*) \\|");

    @Test
    void everyToleranceStandsInThePageWithItsFigure() throws IllegalAccessException {
        Map<String, String> granted = new TreeMap<>();
        for (Field field : Tolerances.class.getDeclaredFields()) {
            if (!Modifier.isPrivate(field.getModifiers()) && !field.isSynthetic()) {
                granted.put(field.getName(), figure(field));
            }
        }

        Map<String, String> documented = ROW.matcher(
                        Documentation.ofTheSuite("judging.md").text())
                .results()
                .collect(Collectors.toMap((MatchResult row) -> row.group(1), row -> row.group(2)));

        assertThat(documented)
                .as("the table of tolerances in conformance-suite/docs/judging.md")
                .containsExactlyInAnyOrderEntriesOf(granted);
    }

    private static String figure(Field constant) throws IllegalAccessException {
        long value = constant.getLong(null);
        if (constant.getType() == int.class) {
            return value + " ×";
        }
        double seconds = Tolerances.seconds(value);
        return (seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds)) + " s";
    }
}
