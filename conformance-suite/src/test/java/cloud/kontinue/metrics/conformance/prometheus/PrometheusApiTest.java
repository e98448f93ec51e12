package cloud.kontinue.metrics.conformance.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.prometheus.Prometheus.Answer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrometheusApiTest {

    @Test
    void encodesWhatAnAddressMustNotHaveAndLeavesWhatIsEncoded() throws Exception {
        try (FakePrometheus server =
                FakePrometheus.serving(Map.of("query?query=m%7Ba=%22%C3%BC%22%7D%5B5m%5D%20%2B%201", "{}"))) {
            Answer answer = api(server).ask("query?query=m{a=\"ü\"}[5m] %2B%201");

            assertThat(answer).isEqualTo(new Answer("{}", ""));
        }
    }

    @Test
    void tellsTheStatusOfARefusalThatExplainsNothing() throws Exception {
        try (FakePrometheus server = FakePrometheus.serving(Map.of())) {
            Answer answer = api(server).ask("query?query=up");

            assertThat(answer).isEqualTo(new Answer("", "status 404"));
        }
    }

    @Test
    void takesAnEmptyAnswerForAProblem() throws Exception {
        try (FakePrometheus server = FakePrometheus.serving(Map.of("targets", " "))) {
            Answer answer = api(server).ask("targets");

            assertThat(answer).isEqualTo(new Answer("", "an empty answer"));
        }
    }

    @Test
    void isNotReadyWhereNobodyListens() throws Exception {
        FakePrometheus server = FakePrometheus.serving(Map.of());
        PrometheusApi api = api(server);

        server.close();

        assertThat(api.isReady()).isFalse();
    }

    private static PrometheusApi api(FakePrometheus server) {
        return new PrometheusApi(URI.create(server.url()));
    }
}
