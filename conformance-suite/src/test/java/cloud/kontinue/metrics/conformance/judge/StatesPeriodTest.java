package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class StatesPeriodTest {

    @Test
    void readsThePeriodOffTheMetronome() {
        Verdict verdict = listing(4, 34, 64);

        assertThat(verdict)
                .conforms()
                .measures("periodSeconds.count", 2, 0)
                .measures("periodSeconds.median", 30, 0.5)
                .measures("periodSeconds.worst", 30, 0.5);
    }

    static Stream<Arguments> withinJitter() {
        return Stream.of(
                Arguments.of((Object) new double[] {4, 31.1, 58.2}),
                Arguments.of((Object) new double[] {4, 36.9, 69.8}),
                Arguments.of((Object) new double[] {4, 32, 64.5}));
    }

    @ParameterizedTest
    @MethodSource("withinJitter")
    void grantsTenPercentOfJitter(double[] listings) {
        assertThat(listing(listings)).conforms();
    }

    static Stream<Arguments> wrongPeriods() {
        return Stream.of(
                Arguments.of(new double[] {4, 64}, "refreshed again only after 60"),
                Arguments.of(new double[] {4, 40.5}, "refreshed again only after 36"),
                Arguments.of(new double[] {4, 34, 71}, "refreshed again only after 37"),
                Arguments.of(DoubleStream.iterate(4, at -> at + 10).limit(8).toArray(), "refreshed again after 10"),
                Arguments.of(DoubleStream.iterate(4, at -> at + 0.5).limit(140).toArray(), "refreshed again after 0.5"),
                Arguments.of(new double[] {4}, "not refreshed any more for 7"),
                Arguments.of(new double[] {4, 30}, "refreshed again after 26"));
    }

    @ParameterizedTest
    @MethodSource("wrongPeriods")
    void reportsAWrongPeriodWithItsLength(double[] listings, String observed) {
        assertThat(listing(listings)).violatesObserving("W1", observed).expecting("at least 27 s", "at most 33 s");
    }

    @Test
    void reportsTheMedianBesideTheWorst() {
        assertThat(listing(4, 14, 24, 34, 44, 54, 64))
                .violatesObserving("refreshed every 10.00 s (median of 6 intervals)")
                .measures("periodSeconds.count", 6, 0);
    }

    @Test
    void doesNotAccuseAWorkerThatListsFirstAfterAPeriod() {
        assertThat(listing(34.5, 64.5)).isNotVerifiedBecause("seen: 1;");
    }

    @Test
    void reportsAFirstListingThatIsOverdue() {
        assertThat(listing(44, 74)).violatesObserving("first shown 41.00 s after the worker was ready");
    }

    @Test
    void doubtsWhatItsOwnLatenessMayHaveCaused() {
        StatesWorld world = StatesWorld.standard();
        world.script().late(41, 3);
        world.shownByW1(item -> Optional.of(item.combination()), 4, 40, 70);

        assertThat(world.script().verdict("S4")).isNotVerifiedBecause("no more than the run's own lateness");
    }

    @Test
    void isNotVoidedByLatenessWhereTheViolationIsClear() {
        StatesWorld world = StatesWorld.standard();
        world.script().late(41, 3);
        world.shownByW1(item -> Optional.of(item.combination()), 4, 64);

        assertThat(world.script().verdict("S4")).violatesObserving("60");
    }

    @Test
    void readsTheMetronomeWhateverElseIsWrong() {
        StatesWorld world = StatesWorld.standard()
                .shownByW1(
                        item -> Optional.of(item.combination())
                                .filter(series -> series.state().equals("Pending")),
                        4,
                        34,
                        64);

        assertThat(world.script().verdict("S4")).conforms();
    }

    @Test
    void readsChangesWhereAWorkerHidesTheMetronome() {
        StatesWorld world = StatesWorld.standard();
        for (int at = 14; at < 70; at += 4) {
            world.run("extra-" + at, "conformance-succeed", "g1", StatesWorld.OWN_NAME, at, 0.1, "Completed");
        }
        world.shownByW1(
                item -> Optional.of(item.combination())
                        .filter(series -> item.group().equals("g1")),
                12,
                42,
                72);

        assertThat(world.script().verdict("S4")).conforms();
    }

    @Test
    void seesTooManyRefreshesAlsoWithoutTheMetronome() {
        StatesWorld world = StatesWorld.standard();
        world.shownByW1(
                item -> Optional.of(item.combination())
                        .filter(series -> item.group().equals("g1")),
                DoubleStream.iterate(4, at -> at + 0.5).limit(140).toArray());

        assertThat(world.script().verdict("S4")).violatesObserving("refreshed again after");
    }

    @Test
    void cannotTellARareRefreshFromAnUnchangedOneWithoutTheMetronome() {
        StatesWorld world = StatesWorld.standard();
        world.shownByW1(
                item -> Optional.of(item.combination())
                        .filter(series -> item.group().equals("g1")),
                12,
                72);

        assertThat(world.script().verdict("S4")).isNotVerifiedBecause("the metronome cannot be read");
    }

    @Test
    void doesNotCallAWorkerStuckWhoseMetronomeStopped() {
        StatesWorld world = StatesWorld.empty();
        world.metronome(1, 20);
        world.shownByW1(item -> Optional.of(item.combination()), 4, 34, 64);

        assertThat(world.script().verdict("S4")).isNotVerifiedBecause("seen: 1;");
    }

    @Test
    void doubtsAnIntervalThatNobodyWatched() {
        StatesWorld world = StatesWorld.standard();
        Exporter exporter = new Exporter();
        for (double listing : new double[] {4, 34, 64}) {
            exporter.publishes(
                    listing + 0.2, StatesWorld.count(world.list(listing), item -> Optional.of(item.combination())));
        }
        world.script()
                .worker("W1", "g1", 3, ":9090")
                .scrapes("W1", 3.5, 20, exporter::page)
                .scrapes("W1", 65, 75, exporter::page);

        assertThat(world.script().verdict("S4")).isNotVerifiedBecause("no scrape was answered for more than 13");
    }

    @Test
    void isNotVerifiedWithoutStates() {
        assertThat(Script.run().worker("W1", "g1").verdict("S4")).isNotVerifiedBecause("showed states");
    }

    private static Verdict listing(double... listings) {
        return StatesWorld.standard()
                .shownByW1(item -> Optional.of(item.combination()), listings)
                .script()
                .verdict("S4");
    }
}
