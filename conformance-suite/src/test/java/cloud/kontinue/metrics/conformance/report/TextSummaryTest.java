package cloud.kontinue.metrics.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.judge.Result;
import cloud.kontinue.metrics.conformance.requirement.Section;
import org.junit.jupiter.api.Test;

class TextSummaryTest {

    @Test
    void tellsEachViolationWithWhatToCheck() {
        String text = TextSummary.write(Samples.everyKind());

        assertThat(text).isEqualTo("""
                        VIOLATED S4 · title of S4 [required]
                          expected  a value of at most 3
                          observed  a value of 4
                          evidence  recording/events.jsonl:17#L4
                          check     look here first
                          check     then there

                        not verified:
                          P1: there is no Prometheus

                        my-worker: NONCONFORMING (1 conforms, 1 violates, 1 not verified, 1 not applicable)
                        """);
    }

    @Test
    void tellsAReasonThatManyShareOnce() {
        String text = TextSummary.write(Samples.report(
                Result.PARTIAL,
                Samples.notVerified("P1", Section.PROMETHEUS, "no Prometheus"),
                Samples.notVerified("B3", Section.CONFIGURATION, "no sockets"),
                Samples.notVerified("P2", Section.PROMETHEUS, "no Prometheus")));

        assertThat(text).contains("  P1, P2: no Prometheus\n  B3: no sockets\n");
    }

    @Test
    void doesNotLetAWorkerSteerTheTerminal() {
        assertThat(TextSummary.write(Samples.hostile()))
                .doesNotContain("\u001b")
                .contains("\\u001b[31m");
    }
}
