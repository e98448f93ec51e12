package cloud.kontinue.metrics.exporter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.exporter.metrics.Result;
import cloud.kontinue.metrics.exporter.testing.Executions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConformanceFunctionsTest {

    @Test
    void succeedsAtOnce() {
        assertThat(plan("conformance-succeed", Map.of())).contains(Plan.of(Result.SUCCESS));
    }

    @Test
    void failsAfterAWhile() {
        assertThat(plan("conformance-fail", Map.of("seconds", "0.4")))
                .contains(Plan.of(Result.ERROR, new Step.Work(Duration.ofMillis(400))));
    }

    @Test
    void takesNoTimeWithoutSeconds() {
        assertThat(plan("conformance-fail", Map.of())).contains(Plan.of(Result.ERROR, new Step.Work(Duration.ZERO)));
    }

    @Test
    void sleepsThenSucceeds() {
        assertThat(plan("conformance-sleep", Map.of("seconds", "10.4")))
                .contains(Plan.of(Result.SUCCESS, new Step.Work(Duration.ofMillis(10_400))));
    }

    @Test
    void isSuspendedThenSucceeds() {
        assertThat(plan("conformance-suspend", Map.of("seconds", "5")))
                .contains(Plan.of(Result.SUCCESS, new Step.Suspend(Duration.ofSeconds(5))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "", "NaN", "1e99", "86400.1"})
    void failsAtOnceWhereSecondsMakeNoSense(String seconds) {
        assertThat(plan("conformance-sleep", Map.of("seconds", seconds))).contains(Plan.of(Result.ERROR));
    }

    @Test
    void hasNoOtherFunction() {
        assertThat(plan("daily-report", Map.of())).isEmpty();
    }

    private static Optional<Plan> plan(String function, Map<String, String> arguments) {
        return new ConformanceFunctions().plan(Executions.of(function, arguments));
    }
}
