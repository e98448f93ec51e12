package cloud.kontinue.metrics.conformance.judge;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.history.Combination;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Kind;
import cloud.kontinue.metrics.conformance.history.Listing;
import cloud.kontinue.metrics.conformance.history.Listings;
import cloud.kontinue.metrics.conformance.history.Metronome;
import cloud.kontinue.metrics.conformance.history.Refresh;
import cloud.kontinue.metrics.conformance.history.Refreshes;
import cloud.kontinue.metrics.conformance.history.Truth;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.recording.ApiRequestSeen;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a recording tells of the states over time, from recordings written by hand. */
final class StatesHistoryTest {

    private static final Combination PENDING = new Combination("f", "Pending", "a", "");
    private static final Combination EXECUTING = new Combination("f", "Executing", "a", "w1");

    @Test
    void countsWhatHasNoPhaseAsPendingOfNoWorker() {
        Truth truth = truth(Script.run().existing("e1", "f", "g1", 1, "", "w1"));

        assertThat(truth.count(PENDING, truth.versionAt(Script.nanos(1)))).isEqualTo(1);
    }

    @Test
    void movesAnExecutionFromOneCombinationToAnotherAtOnce() {
        Truth truth = truth(Script.run().existing("e1", "f", "g1", 1, "", "").observe("e1", 2, "Executing", "w1"));

        assertThat(truth.versions(PENDING, 1).and(truth.versions(EXECUTING, 1)).isEmpty())
                .isTrue();
        assertThat(truth.versions(PENDING, 0).and(truth.versions(EXECUTING, 1)).asList())
                .containsExactly(new Span(2, 2));
    }

    @Test
    void makesNoVersionOfAChangeThatChangesNoCount() {
        Truth truth = truth(
                Script.run().existing("e1", "f", "g1", 1, "Executing", "w1").observe("e1", 2, "Executing", "w1"));

        assertThat(truth.lastVersion()).isEqualTo(1);
    }

    @Test
    void forgetsWhatIsDeleted() {
        Truth truth = truth(Script.run().existing("e1", "f", "g1", 1, "", "").delete("e1", 3));

        assertThat(truth.kinds(1)).containsExactly(Map.entry(new Kind("f", "", "a", "", "g1"), 1));
        assertThat(truth.kinds(2)).isEmpty();
    }

    @Test
    void widensInstantsByTheWindow() {
        Truth truth = truth(Script.run().existing("e1", "f", "g1", 5, "", "").delete("e1", 7));

        assertThat(truth.instants(PENDING, 1, Script.nanos(1)).asList())
                .containsExactly(Script.span(4, 7 + Script.REQUEST));
    }

    @Test
    void beginsANewRefreshWhereTheStatesChange() {
        Script script = Script.run()
                .worker("W1", "g1")
                .scrape("W1", 1, "up 1\n")
                .scrape("W1", 2, Exporter.page(Map.of(PENDING, 1)))
                .scrape("W1", 3, Exporter.page(Map.of(PENDING, 1)))
                .scrape("W1", 4, Exporter.page(Map.of(PENDING, 2)));

        List<Refresh> refreshes = refreshes(script);

        assertThat(refreshes).extracting(Refresh::shown).containsExactly(Map.of(PENDING, 1.0), Map.of(PENDING, 2.0));
        assertThat(refreshes).extracting(Refresh::notBefore).containsExactly(Script.nanos(1), Script.nanos(3));
    }

    @Test
    void readsASeriesOfZeroAsAbsent() {
        Script script = Script.run()
                .worker("W1", "g1")
                .scrape("W1", 2, Exporter.page(Map.of(PENDING, 1)))
                .scrape("W1", 3, Exporter.page(Map.of(PENDING, 1, EXECUTING, 0)));

        assertThat(refreshes(script)).hasSize(1);
    }

    @Test
    void joinsThePagesOfAListing() {
        Script script = Script.run()
                .worker("W1", "g1")
                .event(page("limit=500", 4.0, 4.1, 200))
                .event(page("limit=500&continue=abc", 4.1, 4.3, 200))
                .event(page("limit=500", 34, 34.1, 403));

        assertThat(Listings.of(life(script)))
                .containsExactly(
                        new Listing(Script.span(4, 4.3), false, true), new Listing(Script.span(34, 34.1), true, false));
    }

    @Test
    void takesNoSelectionForAListing() {
        Script script = Script.run()
                .worker("W1", "g1")
                .event(page("labelSelector=kontinue.cloud%2Fworker-group%3Dg1", 4, 4.1, 200));

        assertThat(Listings.of(life(script))).isEmpty();
    }

    @Test
    void takesTheLongestRowOfCreationsForTheMetronome() {
        StatesWorld world = StatesWorld.empty();
        world.metronome(1, 20);
        for (int i = 0; i < 100; i++) {
            world.create("pile-" + i, "conformance-pile", Script.NOBODY, 0.5 + i * 0.01);
        }

        assertThat(Metronome.of(world.script().history()))
                .get()
                .extracting(Metronome::function)
                .isEqualTo("conformance-metronome");
    }

    @Test
    void tellsWhenTheMetronomeHadACount() {
        StatesWorld world = StatesWorld.empty();
        world.metronome(1, 20);

        Metronome metronome = Metronome.of(world.script().history()).orElseThrow();

        assertThat(metronome.when(3)).contains(Script.span(2, 2.5 + Script.REQUEST));
        assertThat(metronome.when(38)).contains(new Span(Script.nanos(19.5), Long.MAX_VALUE));
        assertThat(metronome.when(39)).isEmpty();
    }

    @Test
    void findsNoMetronomeInAHandfulOfCreations() {
        StatesWorld world = StatesWorld.empty();
        world.metronome(1, 3);

        assertThat(Metronome.of(world.script().history())).isEmpty();
    }

    @Test
    void computesOnceWhatIsReadOffAHistory() {
        History history = Script.run().history();

        assertThat(history.once(Object.class, any -> new Object()))
                .isSameAs(history.once(Object.class, any -> new Object()));
    }

    private static Truth truth(Script script) {
        return Truth.of(script.recording());
    }

    private static WorkerLife life(Script script) {
        return script.history().worker("W1").orElseThrow();
    }

    private static List<Refresh> refreshes(Script script) {
        WorkerLife life = life(script);
        return Refreshes.of(life, life.pages(), "kontinue_execution_states");
    }

    private static ApiRequestSeen page(String query, double from, double to, int status) {
        return new ApiRequestSeen(Script.span(from, to), "id-W1", "list", "executions", "", query, status, "1");
    }
}
