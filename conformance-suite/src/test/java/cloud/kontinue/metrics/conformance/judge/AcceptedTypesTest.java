package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import cloud.kontinue.metrics.conformance.recording.ScrapeTaken;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import org.junit.jupiter.api.Test;

final class AcceptedTypesTest {

    @Test
    void textForBothVersionsConforms() {
        assertThat(answered(Script.TEXT, Script.TEXT).verdict("E4")).conforms();
    }

    @Test
    void missingTypeIsAViolationForVersionThree() {
        assertThat(answered("", "").verdict("E4")).violatesObserving("Prometheus 3 does not take", "found none");
    }

    @Test
    void statusOtherThan200IsAViolation() {
        Script script = answered(Script.TEXT, Script.TEXT)
                .scrape("W1", Purpose.AS_PROMETHEUS_2, 7, 7.1, 406, "text/plain", "no such format\n");

        assertThat(script.verdict("E4")).violatesObserving("status 406 to the headers of Prometheus 2");
    }

    @Test
    void encodingThatPrometheusCannotUnpackIsAViolation() {
        Script script = answered(Script.TEXT, Script.TEXT)
                .event(new ScrapeTaken(
                        Script.span(7, 7.1),
                        "W1",
                        Purpose.AS_PROMETHEUS_3,
                        "http://127.0.0.1:9090/metrics",
                        "*/*",
                        new Answered(200, Script.TEXT, "br", new byte[0], false)));

        assertThat(script.verdict("E4")).violatesObserving("Content-Encoding 'br'");
    }

    @Test
    void oneVersionAloneIsNotVerified() {
        Script script = Script.run().worker("W1", "g1").scrape("W1", Purpose.AS_PROMETHEUS_2, 5, Script.TEXT, "");

        assertThat(script.verdict("E4")).isNotVerifiedBecause("both versions");
    }

    private static Script answered(String toVersion2, String toVersion3) {
        return Script.run()
                .worker("W1", "g1")
                .scrape("W1", Purpose.AS_PROMETHEUS_2, 5, toVersion2, "")
                .scrape("W1", Purpose.AS_PROMETHEUS_3, 6, toVersion3, "");
    }
}
