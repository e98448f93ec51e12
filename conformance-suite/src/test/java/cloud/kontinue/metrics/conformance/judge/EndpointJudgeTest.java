package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Failure;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import org.junit.jupiter.api.Test;

final class EndpointJudgeTest {

    private static final String PAGE =
            PageText.page().completed("conformance-sleep", "success", 1).text();

    @Test
    void answerOnAnotherAddressConforms() {
        assertThat(served().scrape("D", Purpose.OTHER_ADDRESS, 11, Script.TEXT, PAGE)
                        .verdict("E2"))
                .conforms();
    }

    @Test
    void refusalOnAnotherAddressIsAViolation() {
        Script script = served().unanswered("D", Purpose.OTHER_ADDRESS, 11, 11.1, Failure.REFUSED);

        assertThat(script.verdict("E2"))
                .violatesObserving("D answers on its usual address, but on", "REFUSED")
                .expecting("not only on loopback");
    }

    @Test
    void hostWithoutAnotherAddressIsNotVerified() {
        Script script = served().missing(Prerequisite.OTHER_ADDRESS, "D", "this host has loopback only");

        assertThat(script.verdict("E2")).isNotVerifiedBecause("loopback only");
    }

    @Test
    void sixteenAnswersAtOnceConform() {
        assertThat(burst(16, 2).verdict("E6")).conforms().measures("answerSeconds.worst", 2, 0.01);
    }

    @Test
    void refusedScrapeOfSixteenIsAViolation() {
        Script script = burst(15, 2).unanswered("D", Purpose.BURST, 20, 20.1, Failure.REFUSED);

        assertThat(script.verdict("E6")).violatesObserving("one of 16 scrapes at once on D: no answer: REFUSED");
    }

    @Test
    void slowScrapeOfSixteenIsAViolation() {
        assertThat(burst(16, 11).verdict("E6")).violatesObserving("after 11.00 s");
    }

    @Test
    void slowScrapeWhileWeWereLateIsNotVerified() {
        assertThat(burst(16, 11).late(25, 2).verdict("E6")).isNotVerifiedBecause("lateness");
    }

    @Test
    void burstOfFewerThanSixteenIsNotVerified() {
        assertThat(burst(3, 2).verdict("E6")).isNotVerifiedBecause("16 scrapes");
    }

    @Test
    void notFoundElsewhereConforms() {
        Script script = served().scrape("D", Purpose.OTHER_PATH, 11, 11.1, 404, "text/plain", "not found\n");

        assertThat(script.verdict("E8")).conforms();
    }

    @Test
    void metricsElsewhereAreAViolation() {
        Script script = served().scrape("D", Purpose.OTHER_PATH, 11, Script.TEXT, PAGE);

        assertThat(script.verdict("E8")).violatesObserving("serves kontinue's metrics too");
    }

    @Test
    void otherPathThatWasNotTriedIsNotVerified() {
        assertThat(served().verdict("E8")).isNotVerifiedBecause("no other path");
    }

    private static Script served() {
        return Script.run().defaultWorker("D", "gD", 8).scrape("D", 10, PAGE);
    }

    private static Script burst(int scrapes, double seconds) {
        Script script = served();
        for (int index = 0; index < scrapes; index++) {
            script.scrape("D", Purpose.BURST, 20, 20 + seconds, 200, Script.TEXT, PAGE);
        }
        return script;
    }
}
