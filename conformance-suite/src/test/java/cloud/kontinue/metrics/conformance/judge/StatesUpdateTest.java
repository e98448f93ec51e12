package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.history.Combination;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Form, listings and outages: S1, S2, S11, S12, S13. */
final class StatesUpdateTest {

    private static final String SERIES =
            "kontinue_execution_states{function=\"f\",state=\"Pending\",namespace=\"a\",worker=\"\"} 1\n";

    @Test
    void acceptsAGauge() {
        assertThat(page("# TYPE kontinue_execution_states gauge\n" + SERIES).verdict("S1"))
                .conforms();
    }

    @Test
    void reportsAnotherType() {
        assertThat(page("# TYPE kontinue_execution_states counter\n" + SERIES).verdict("S1"))
                .violatesObserving("of type counter")
                .withEvidenceAt("#L1");
    }

    @Test
    void reportsAnotherNameOnceTheFirstListingWasDue() {
        assertThat(page("# TYPE kontinue_states gauge\n" + SERIES.replace("execution_states", "states"))
                        .verdict("S1"))
                .violatesObserving("no sample named kontinue_execution_states", "kontinue_states");
    }

    @Test
    void doesNotMissStatesBeforeTheFirstListingIsDue() {
        Script script = existing().worker("W1", "g1").scrapes("W1", 1, 30, at -> "up 1\n");

        assertThat(script.verdict("S1")).isNotVerifiedBecause("first listing was due");
    }

    @Test
    void acceptsExactlyTheFourLabels() {
        assertThat(page("# TYPE kontinue_execution_states gauge\n" + SERIES).verdict("S2"))
                .conforms();
    }

    @Test
    void reportsAWorkerLabelThatIsLeftOut() {
        assertThat(page(SERIES.replace(",worker=\"\"", "")).verdict("S2")).violatesObserving("missing worker");
    }

    @Test
    void reportsALabelTooMany() {
        assertThat(page(SERIES.replace("worker=", "group=\"g\",worker=")).verdict("S2"))
                .violatesObserving("extra group");
    }

    @Test
    void looksForLabelsOnlyWhereSamplesAre() {
        assertThat(page("up 1\n").verdict("S2")).isNotVerifiedBecause("no sample");
    }

    @Test
    void acceptsRefreshesThatFollowAListing() {
        assertThat(correct().script().verdict("S11")).conforms();
    }

    @Test
    void reportsRefreshesFromAnInformersCache() {
        StatesWorld world = StatesWorld.standard();
        world.shown("W1", "g1", exporter(world, 4, 34, 64), 4);

        assertThat(world.script().verdict("S11"))
                .violatesObserving("the states of W1 changed", "its newest listing had ended");
    }

    @Test
    void takesNoInitialListAsEvidence() {
        StatesWorld world = StatesWorld.standard();
        world.shown("W1", "g1", exporter(world, 4), 4);

        assertThat(world.script().verdict("S11")).isNotVerifiedBecause("a second time");
    }

    @Test
    void verifiesNoListingWhereRequestsCannotBeSeen() {
        StatesWorld world = correct();
        world.script().withoutRequests();

        assertThat(world.script().verdict("S11")).isNotVerifiedBecause("does not show the requests");
    }

    @Test
    void acceptsAWorkerThatRecoversWithTheNextListing() {
        StatesWorld world = outage(4, 64);

        assertThat(world.script().verdict("S12")).conforms();
        assertThat(world.script().verdict("S13")).conforms();
        assertThat(world.script().verdict("S3")).conforms();
    }

    @Test
    void reportsAWorkerThatDoesNotRecover() {
        StatesWorld world = outage(4);

        Verdicts verdicts = Verdicts.on(world.script().history());

        assertThat(verdicts.of("S12")).violatesObserving("W2 still had not refreshed its states");
        assertThat(verdicts.violated("S")).containsExactly("S12");
    }

    @Test
    void reportsAWorkerThatEndsInTheOutage() {
        StatesWorld world = outage(4);
        world.script().endedByItself("W2", 35, 1, "forbidden");

        assertThat(world.script().verdict("S12")).violatesObserving("W2 ended by itself 6");
    }

    @Test
    void saysNothingOfAWorkerWhosePageWasLastReadBeforeTheOutage() {
        StatesWorld world = correct();
        deny(world);
        world.script()
                .worker("W2", "g2")
                .scrape("W2", 5, "# TYPE kontinue_execution_states gauge\n" + SERIES)
                .lists("W2", 4, 4.1);

        assertThat(world.script().verdict("S12"))
                .isNotVerifiedBecause("W2 was not watched until its next refresh was due");
    }

    @Test
    void saysNothingOfAWorkerThatDidNotListInTheOutage() {
        StatesWorld world = StatesWorld.standard();
        world.script().listingDenied("W2", 29, 33);
        world.shown("W2", "g2", exporter(world, 4, 34, 64), 4, 34, 64);

        assertThat(world.script().verdict("S12")).isNotVerifiedBecause("no listing of W2 was seen to be denied");
        assertThat(world.script().verdict("S13")).isNotVerifiedBecause("no listing of W2 was seen to be denied");
    }

    @Test
    void namesWhyNothingWasTakenAway() {
        Script script = Script.run()
                .worker("W2", "g2")
                .missing(Prerequisite.LIST_FAULT, "", "this cluster cannot take the right to list away");

        assertThat(script.verdict("S12")).isNotVerifiedBecause("cannot take the right");
    }

    @Test
    void reportsValuesThatAreDroppedInTheOutage() {
        StatesWorld world = StatesWorld.standard();
        Exporter exporter = exporter(world, 4, 64).publishes(34.1, Map.of());
        deny(world);
        world.shown("W2", "g2", exporter, 4, 64);

        assertThat(world.script().verdict("S13")).violatesObserving("W2 showed 0 series");
        assertThat(Verdicts.on(world.script().history()).violated("S")).containsExactly("S13");
    }

    /** W1 is correct, W2's listing at 34 is denied; it shows what it listed at these times. */
    private static StatesWorld outage(double... listings) {
        StatesWorld world = correct();
        deny(world);
        return world.shown("W2", "g2", exporter(world, listings), listings);
    }

    private static void deny(StatesWorld world) {
        world.script().listingDenied("W2", 29, 37).lists("W2", 34, 34.01, 403, "");
    }

    private static StatesWorld correct() {
        return StatesWorld.standard().shownByW1(item -> Optional.of(item.combination()), 4, 34, 64);
    }

    private static Exporter exporter(StatesWorld world, double... listings) {
        Exporter exporter = new Exporter();
        for (double listing : listings) {
            Map<Combination, Integer> states =
                    StatesWorld.count(world.list(listing), item -> Optional.of(item.combination()));
            exporter.publishes(listing + 0.2, states);
        }
        return exporter;
    }

    private static Script existing() {
        return Script.run().existing("one", "f", "g1", 0.1, "", "");
    }

    private static Script page(String body) {
        return existing().worker("W1", "g1").scrapes("W1", 1, 45, at -> body);
    }
}
