package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.history.Combination;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StatesTruthTest {

    @Test
    void findsEveryScrapeTrue() {
        StatesWorld world = StatesWorld.standard().shownByW1(item -> Optional.of(item.combination()), 4, 34, 64);

        assertThat(world.script().verdict("S3")).conforms().measures("ageSeconds.worst", 30, 1);
    }

    @Test
    void reportsValuesThatAreTooOld() {
        StatesWorld world = StatesWorld.standard().shownByW1(item -> Optional.of(item.combination()), 4, 64);

        assertThat(world.script().verdict("S3")).violatesObserving("what had last been true 3", "scrapes differ");
    }

    @Test
    void doubtsAnAgeThatItsOwnLatenessMayHaveCaused() {
        StatesWorld world = StatesWorld.standard();
        for (int at = 36; at < 46; at++) {
            world.script().late(at, 3);
        }
        world.shownByW1(item -> Optional.of(item.combination()), 4, 40, 70);

        assertThat(world.script().verdict("S3")).isNotVerifiedBecause("the run's own lateness");
    }

    @Test
    void namesTheSeriesThatIsWrong() {
        StatesWorld world = StatesWorld.standard();
        Map<Combination, Integer> wrong = new HashMap<>(truth(world, 34));
        wrong.merge(new Combination("conformance-synthetic", "Backoff", "a", "someone-else"), 40, Integer::sum);
        world.shown("W1", "g1", new Exporter().publishes(4.2, truth(world, 4)).publishes(34.2, wrong), 4, 34);

        assertThat(world.script().verdict("S3"))
                .violatesObserving("state=\"Backoff\",namespace=\"a\",worker=\"someone-else\"} reads 43 instead of 3")
                .withEvidenceAt("#L");
    }

    @Test
    void grantsAListingOfSeveralRevisions() {
        StatesWorld world = StatesWorld.standard();
        Map<Combination, Integer> mixed = new HashMap<>(truth(world, 34.9));
        Map<Combination, Integer> earlier = truth(world, 34.1);
        mixed.keySet().removeIf(series -> series.function().equals("conformance-metronome"));
        earlier.forEach((series, count) -> {
            if (series.function().equals("conformance-metronome")) {
                mixed.put(series, count);
            }
        });
        Exporter exporter = new Exporter()
                .publishes(4.2, truth(world, 4))
                .publishes(35, mixed)
                .publishes(64.2, truth(world, 64));
        world.shown("W1", "g1", exporter, 4, 34.5, 64);

        assertThat(Verdicts.on(world.script().history()).violated("S")).containsExactly("S14");
    }

    @Test
    void holdsAGaugeThatIsClearedAndSetAgainstTearingOnly() {
        StatesWorld world = StatesWorld.standard();
        Map<Combination, Integer> partly = new HashMap<>(truth(world, 34));
        partly.keySet().removeIf(series -> series.state().equals("Pending"));
        Exporter exporter = new Exporter()
                .publishes(4.2, truth(world, 4))
                .publishes(34.2, Map.of())
                .publishes(34.7, partly)
                .publishes(35.1, truth(world, 34))
                .publishes(64.2, truth(world, 64));
        world.shown("W1", "g1", exporter, 4, 34, 64);

        Verdicts verdicts = Verdicts.on(world.script().history());

        assertThat(verdicts.violated("S")).containsExactly("S14");
        assertThat(verdicts.of("S14")).violatesObserving("values of different instants");
    }

    @Test
    void doesNotExcuseAGaugeThatStaysClearedForLong() {
        StatesWorld world = StatesWorld.standard();
        Exporter exporter = new Exporter()
                .publishes(4.2, truth(world, 4))
                .publishes(34.2, Map.of())
                .publishes(44.2, truth(world, 34));
        world.shown("W1", "g1", exporter, 4, 34);

        assertThat(world.script().verdict("S3")).violatesObserving("never true");
    }

    @Test
    void isNotVerifiedWithoutStates() {
        assertThat(Script.run().worker("W1", "g1").verdict("S3")).isNotVerifiedBecause("no scrape showed states");
    }

    @Test
    void looksForTearingOnlyWhereSomethingWasTrue() {
        assertThat(Script.run().worker("W1", "g1").verdict("S14")).isNotVerifiedBecause("no scrape showed states");
    }

    private static Map<Combination, Integer> truth(StatesWorld world, double at) {
        return StatesWorld.count(world.list(at), item -> Optional.of(item.combination()));
    }
}
