package cloud.kontinue.metrics.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {

    @ParameterizedTest
    @CsvSource({
        "30.0204, 30.02",
        "30.0206, 30.021",
        "30, 30",
        "1201, 1201",
        "1e9, 1000000000",
        "0.00012345, 0.000123",
        "0, 0",
        "-2.50049, -2.5"
    })
    void roundsToWhatAPersonCanUse(double measure, String text) {
        assertThat(Measures.text(Map.of("m", measure))).isEqualTo("m " + text);
    }

    @Test
    void leavesOutWhatIsNoNumber() {
        assertThat(Measures.rounded(Map.of("a", Double.NaN, "b", Double.POSITIVE_INFINITY, "c", 1.0)))
                .containsOnlyKeys("c");
    }
}
