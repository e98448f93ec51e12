package cloud.kontinue.metrics.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.judge.Result;
import cloud.kontinue.metrics.conformance.requirement.Section;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BadgeJsonTest {

    @ParameterizedTest
    @CsvSource({
        "CONFORMING, 'conforming', brightgreen",
        "PARTIAL, 'partial, 1 not verified', yellowgreen",
        "NONCONFORMING, 'nonconforming, 1 violated', red",
        "INCONCLUSIVE, 'inconclusive', lightgrey"
    })
    void saysTheResultInItsColor(Result result, String message, String color) {
        Report report = Samples.report(
                result,
                Samples.violates("S4", Section.STATES, "4"),
                Samples.notVerified("P1", Section.PROMETHEUS, "no Prometheus"));

        JsonNode badge = Json.MAPPER.readTree(BadgeJson.write(report));

        assertThat(badge.path("schemaVersion").asInt()).isEqualTo(1);
        assertThat(badge.path("label").asString()).isEqualTo("kontinue metrics");
        assertThat(badge.path("message").asString()).isEqualTo(message);
        assertThat(badge.path("color").asString()).isEqualTo(color);
    }
}
