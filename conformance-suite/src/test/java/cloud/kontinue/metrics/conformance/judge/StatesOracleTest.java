package cloud.kontinue.metrics.conformance.judge;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.history.Combination;
import cloud.kontinue.metrics.conformance.judge.StatesWorld.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random worlds: a correct worker is never accused, and a wrong one never escapes. */
final class StatesOracleTest {

    private static final Set<String> JUDGED = Set.of("S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10");

    /** A listing's start, its end and when it is shown. */
    private record Refreshed(double start, double revision, double shown) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void neverAccusesACorrectWorker(long seed) {
        Random random = new Random(seed);
        StatesWorld world = world(random);
        play(world, refreshes(random, 30), Map.of());

        Verdicts verdicts = Verdicts.on(world.script().history());

        assertThat(verdicts.violated("S")).isEmpty();
        assertThat(JUDGED).allSatisfy(id -> assertThat(verdicts.of(id)).as(id).isNotInstanceOf(Verdict.Violates.class));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void alwaysAccusesAWorkerThatRefreshesTooRarely(long seed) {
        Random random = new Random(seed);
        StatesWorld world = world(random);
        play(world, refreshes(random, 45), Map.of());

        assertThat(Verdicts.on(world.script().history()).violated("S")).contains("S4");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void alwaysAccusesAWorkerThatRefreshesTooOften(long seed) {
        Random random = new Random(seed);
        StatesWorld world = world(random);
        play(world, refreshes(random, 20), Map.of());

        assertThat(Verdicts.on(world.script().history()).violated("S")).containsExactly("S4");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void alwaysAccusesAWorkerWithOneWrongValue(long seed) {
        Random random = new Random(seed);
        StatesWorld world = world(random);
        Combination series = new Combination("conformance-synthetic", "Suspended", "a", "");
        play(world, refreshes(random, 30), Map.of(series, 1 + random.nextInt(5)));

        assertThat(Verdicts.on(world.script().history()).violated("S"))
                .isNotEmpty()
                .isSubsetOf(JUDGED);
    }

    private static StatesWorld world(Random random) {
        StatesWorld world = StatesWorld.empty();
        world.scenery();
        for (int i = 0; i < 60; i++) {
            String owner = "w" + (1 + random.nextInt(3));
            String function = List.of("conformance-succeed", "conformance-sleep", "conformance-fail")
                    .get(random.nextInt(3));
            String end = function.endsWith("fail") ? "Failed" : "Completed";
            double at = 5 + random.nextDouble() * 60;
            world.run("random-" + i, function, "g" + owner, owner, at, random.nextDouble() * 12, end);
        }
        return world;
    }

    /** Periods with 10 % of jitter, a listing of at most 1 s, and at most 0.5 s until it is shown. */
    private static List<Refreshed> refreshes(Random random, double period) {
        List<Refreshed> refreshes = new ArrayList<>();
        double listing = 0.05 + random.nextDouble() * 0.95;
        double start = 3.6 + random.nextDouble() * 5;
        while (start < StatesWorld.END) {
            double revision = start + random.nextDouble() * 0.3 * listing;
            refreshes.add(new Refreshed(start, revision, start + listing + random.nextDouble() * 0.5));
            start += period * (0.9 + random.nextDouble() * 0.2);
        }
        return refreshes;
    }

    private static void play(StatesWorld world, List<Refreshed> refreshes, Map<Combination, Integer> added) {
        Exporter exporter = new Exporter();
        for (Refreshed refresh : refreshes) {
            Map<Combination, Integer> states =
                    new HashMap<>(StatesWorld.count(world.list(refresh.revision()), StatesOracleTest::read));
            added.forEach((series, count) -> states.merge(series, count, Integer::sum));
            exporter.publishes(refresh.shown(), states);
        }
        world.shown("W1", "gw1", exporter);
        refreshes.forEach(refresh -> world.script().lists("W1", refresh.start(), refresh.shown()));
    }

    private static Optional<Combination> read(Item item) {
        return Optional.of(item.combination());
    }
}
