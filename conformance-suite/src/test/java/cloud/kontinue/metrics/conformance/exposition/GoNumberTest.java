package cloud.kontinue.metrics.conformance.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, -0.0",
        "+1, 1",
        "00012, 12",
        ".5, 0.5",
        "5., 5",
        "-.5, -0.5",
        "1e3, 1000",
        "1E+3, 1000",
        "1e-3, 0.001",
        "0.1, 0.1",
        "123456789.123456, 123456789.123456",
        "0.000000000000001, 1e-15",
        "9007199254740993, 9007199254740992",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "1e-400, 0",
        "-1e-400, -0.0",
        "4.9e-324, 4.9e-324",
        "100000000000000000000000000, 1e26",
        "Inf, Infinity",
        "+Inf, Infinity",
        "-inf, -Infinity",
        "INFINITY, Infinity",
        "-iNfInItY, -Infinity",
        "NaN, NaN",
        "nan, NaN"
    })
    void readsWhatGoReads(String text, double value) {
        assertThat(GoNumber.parse(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " 1",
                "1 ",
                "+",
                "-",
                ".",
                "-.",
                "e",
                "e5",
                "1e",
                "1e+",
                "1d",
                "1f",
                "1D",
                "1L",
                "0x1p3",
                "0x10",
                "1_000",
                "1e1_0",
                "1,5",
                "--1",
                "+-1",
                "1.2.3",
                "1e400",
                "-1e400",
                "1.8e308",
                "infinit",
                "in",
                "infi",
                "+NaN",
                "-nan",
                "nan1",
                "Infinityy",
                "١",
                "1e5.5",
                "\u00001",
                "½"
            })
    void refusesWhatGoRefuses(String text) {
        assertThat(GoNumber.parse(text)).isEmpty();
    }

    @RepeatedTest(100)
    void readsEveryDoubleAsItWasWritten(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 1000; i++) {
            double number = i % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : random.nextInt(1_000_000) / Math.pow(10, random.nextInt(7));
            if (Double.isFinite(number)) {
                assertThat(GoNumber.parse(Double.toString(number))).hasValue(number);
            }
        }
    }
}
