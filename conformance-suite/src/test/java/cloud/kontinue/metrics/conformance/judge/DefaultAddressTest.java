package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Failure;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DefaultAddressTest {

    private static final String PAGE =
            PageText.page().completed("conformance-sleep", "success", 1).text();

    @Test
    void answeredScrapeConforms() {
        assertThat(Script.run()
                        .defaultWorker("D", "gD", 8)
                        .scrape("D", 10, PAGE)
                        .verdict("E1"))
                .conforms()
                .measures("answerSeconds.quickest", 0.01, 0.001);
    }

    @Test
    void pageOfAFreshWorkerWithoutAnySampleConforms() {
        assertThat(Script.run().defaultWorker("D", "gD", 8).scrape("D", 10, "").verdict("E1"))
                .conforms();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/json"})
    void wrongContentTypeIsAnotherRequirementsMatter(String contentType) {
        Script script = Script.run().defaultWorker("D", "gD", 8).scrape("D", Purpose.REGULAR, 10, contentType, PAGE);

        assertThat(script.verdict("E1")).conforms();
    }

    @Test
    void workerThatClaimsButServesNothingIsAViolation() {
        Script script =
                refusing().create("e1", "conformance-succeed", "gD", 1).executes("e1", "d", 10, 10.1, "Completed");

        assertThat(script.verdict("E1"))
                .violatesObserving("D claims Executions, but http://127.0.0.1:9090/metrics: no answer: REFUSED")
                .expecting(":8080/metrics");
    }

    @Test
    void workerThatNeitherClaimsNorServesIsNotVerified() {
        assertThat(refusing().verdict("E1")).isNotVerifiedBecause("no worker with default options");
    }

    @Test
    void workerThatIsScrapedBeforeItCanBeReadyIsNotAccused() {
        Script script = Script.run()
                .defaultWorker("D", "gD", 8)
                .unanswered("D", Purpose.REGULAR, 9, 9.1, Failure.REFUSED)
                .create("e1", "conformance-succeed", "gD", 9)
                .executes("e1", "d", 10, 10.1, "Completed");

        assertThat(script.verdict("E1")).isNotVerifiedBecause("no worker with default options");
    }

    @Test
    void portWithAWrongAnswerIsAViolation() {
        Script script = Script.run()
                .defaultWorker("D", "gD", 8)
                .scrape("D", Purpose.REGULAR, 10, 10.1, 404, "text/plain", "404 page not found\n");

        assertThat(script.verdict("E1")).violatesObserving("status 404");
    }

    @Test
    void webPageUnderMetricsIsAViolation() {
        Script script = Script.run()
                .defaultWorker("D", "gD", 8)
                .scrape("D", Purpose.REGULAR, 10, "text/html", "<html>\n<body>hello</body>\n</html>\n");

        assertThat(script.verdict("E1")).violatesObserving("no metrics page (Content-Type 'text/html')");
    }

    @Test
    void answerThatTakesLongerThanTenSecondsIsAViolation() {
        Script script =
                Script.run().defaultWorker("D", "gD", 8).scrape("D", Purpose.REGULAR, 10, 22, 200, Script.TEXT, PAGE);

        assertThat(script.verdict("E1")).violatesObserving("the quickest answer of D took 12.00 s");
    }

    @Test
    void answerThatTakesLongerNoMoreThanWeWereLateIsNotVerified() {
        Script script = Script.run()
                .defaultWorker("D", "gD", 8)
                .scrape("D", Purpose.REGULAR, 10, 22, 200, Script.TEXT, PAGE)
                .late(15, 3);

        assertThat(script.verdict("E1")).isNotVerifiedBecause("lateness");
    }

    @Test
    void takenPortIsNotTheWorkersFault() {
        Script script = Script.run().missing(Prerequisite.DEFAULT_PORT, "", "port 8080 is taken by another process");

        assertThat(script.verdict("E1")).isNotVerifiedBecause("port 8080 is taken");
    }

    @Test
    void urlOnAnotherPortSaysNothingOfTheDefault() {
        Script script = Script.run().url("W1", "g1").scrape("W1", 1, PAGE);

        assertThat(script.verdict("E1")).isNotVerifiedBecause("no worker with default options");
    }

    private static Script refusing() {
        Script script = Script.run().defaultWorker("D", "gD", 8);
        for (double at = 9; at < 40; at += 0.5) {
            script.unanswered("D", Purpose.REGULAR, at, at + 0.01, Failure.REFUSED);
        }
        return script;
    }
}
