package cloud.kontinue.metrics.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {

    @ParameterizedTest
    @CsvSource({
        "10, \\n",
        "9, \\t",
        "27, \\u001b",
        "8238, \\u202e",
        "8232, \\u2028",
        "55296, \\ud800",
        "917505, \\U000e0001"
    })
    void spellsOutWhatCouldSteerATerminal(int codePoint, String visible) {
        assertThat(Visible.of("a" + Character.toString(codePoint) + "b")).isEqualTo("a" + visible + "b");
    }

    @ParameterizedTest
    @CsvSource({"plain", "grüße", "日本語", "🚀"})
    void leavesWordsOfAllLanguagesAlone(String text) {
        assertThat(Visible.of(text)).isEqualTo(text);
    }
}
