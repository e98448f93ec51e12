package cloud.kontinue.metrics.conformance.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

    @ParameterizedTest
    @CsvSource({
        "'\u001b[31mred\u001b[0m', red",
        "'\u001b]0;title\u0007text', text",
        "'a\u001bb', 'a\\u001bb'",
        "'bell\u0007', 'bell\\u0007'",
        "'\u202eright to left', '\\u202eright to left'",
        "'line\u2028end', 'line\\u2028end'",
        "'Grüße 日本 🙂 <b>', 'Grüße 日本 🙂 <b>'"
    })
    void dropsColoursAndSpellsOutWhatCannotBeSeen(String text, String printable) {
        assertThat(Printable.of(text)).isEqualTo(printable);
    }
}
