package cloud.kontinue.metrics.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import cloud.kontinue.metrics.conformance.worker.ObjectSubject;
import cloud.kontinue.metrics.conformance.worker.Subject;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

class KontinueMetricsConformanceTest {

    /** A class that asks for a Prometheus that nobody knows. */
    static class Misconfigured implements KontinueMetricsConformance {

        @Override
        public Subject worker() {
            return new ObjectSubject("never started", assignment -> () -> {});
        }

        @Override
        public String prometheus() {
            return "nonsense";
        }
    }

    @Test
    void aRunThatCannotBeMadeFailsTheClassAndNoRequirement() {
        var results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Misconfigured.class))
                .execute();

        assertThat(results.testEvents().count()).isZero();
        assertThat(results.containerEvents().failed().stream()).singleElement().satisfies(event -> assertThat(
                        event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow())
                .hasMessageContaining("nonsense"));
    }
}
