package cloud.kontinue.metrics.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.judge.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitStatusTest {

    @ParameterizedTest
    @CsvSource({
        "CONFORMING, false, 0",
        "CONFORMING, true, 0",
        "PARTIAL, false, 0",
        "PARTIAL, true, 3",
        "NONCONFORMING, false, 1",
        "NONCONFORMING, true, 1",
        "INCONCLUSIVE, false, 3",
        "INCONCLUSIVE, true, 3"
    })
    void saysTheResult(Result result, boolean requireComplete, int status) {
        assertThat(ExitStatus.of(result, requireComplete)).isEqualTo(status);
    }
}
