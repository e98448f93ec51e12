package cloud.kontinue.metrics.conformance.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlSubjectTest {

    @ParameterizedTest
    @CsvSource({
        "http://host:8080/metrics, http://host:8080/metrics",
        "https://host/w/metrics?x=1, https://host/w/metrics?x=1",
        "http://[::1]:9090, http://[::1]:9090/metrics",
        "HTTP://host/, HTTP://host/"
    })
    void isScrapedAtItsUrlWhateverThePort(String url, String page) {
        RunningWorker worker = UrlSubject.of("mine", url).start(Assignments.withDefaultAddress());

        assertThat(worker.metrics(1)).isEqualTo(URI.create(page));
    }

    @Test
    void runsOnWhenTheRunEnds() {
        Subject subject = UrlSubject.of("mine", "http://host:8080");
        assertThat(subject.restartable()).isFalse();
        try (RunningWorker worker = UrlSubject.of("mine", "http://host:8080").start(Assignments.withDefaultAddress())) {
            worker.stop(Duration.ofSeconds(1));

            assertThat(worker.exit()).isEmpty();
            assertThat(worker.listeners()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host:8080", "ftp://host/metrics", "http://", "http://a b/", "/metrics"})
    void refusesWhatIsNoAddress(String url) {
        assertThatThrownBy(() -> UrlSubject.of("mine", url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid worker URL '" + url
                        + "': must be like http://HOST:8080/metrics or https://HOST/metrics");
    }
}
