package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.history.Combination;
import cloud.kontinue.metrics.conformance.judge.StatesWorld.Item;
import cloud.kontinue.metrics.conformance.judge.Verdict.Conforms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One defect violates its own requirement, and no other. */
final class StatesAttributionTest {

    private static final double[] LISTINGS = {4, 34, 64};
    private static final Set<String> FINISHED = Set.of("Completed", "Failed", "Canceled");

    static Stream<Arguments> misreadings() {
        return Stream.of(
                misread("own group only", "S5", "Executions are counted", only(item -> item.group()
                        .equals("g1"))),
                misread("own Executions only", "S5", "Executions are counted", only(item -> item.owner()
                        .equals(StatesWorld.OWN_NAME))),
                misread("others' Executions only", "S5", "Executions are counted", only(item -> !item.owner()
                        .equals(StatesWorld.OWN_NAME))),
                misread("owned Executions only", "S5", "Executions are counted", only(item -> !item.owner()
                        .isEmpty())),
                misread("without a phase not counted", "S6", "without a phase", only(item -> !item.phase()
                        .isEmpty())),
                misread("without a phase under an empty state", "S6", "without a phase", state(item -> item.phase())),
                misread(
                        "without a phase under Unknown",
                        "S6",
                        "without a phase",
                        state(item -> item.phase().isEmpty() ? "Unknown" : item.phase())),
                misread(
                        "without a phase under Executing",
                        "S6",
                        "without a phase",
                        state(item -> item.phase().isEmpty() ? "Executing" : item.phase())),
                misread("Pending not counted", "S6", "Pending", only(item -> !item.combination()
                        .state()
                        .equals("Pending"))),
                misread(
                        "exporter on Pending",
                        "S6",
                        "another worker",
                        worker(item ->
                                item.combination().state().equals("Pending") ? StatesWorld.OWN_NAME : item.owner())),
                misread("exporter everywhere", "S7", "than their owner", worker(item -> StatesWorld.OWN_NAME)),
                misread(
                        "exporter where there is no owner",
                        "S7",
                        "than their owner",
                        worker(item -> item.combination().state().equals("Pending")
                                        || !item.owner().isEmpty()
                                ? item.combination().worker()
                                : StatesWorld.OWN_NAME)),
                misread(
                        "no owner of finished ones",
                        "S7",
                        "than their owner",
                        worker(item -> FINISHED.contains(item.phase())
                                ? ""
                                : item.combination().worker())),
                misread("no owner at all", "S7", "than their owner", worker(item -> "")),
                misread("lower case", "S8", "another state", state(item -> item.combination()
                        .state()
                        .toLowerCase(Locale.ROOT))),
                misread(
                        "Backoff as Pending",
                        "S8",
                        "another state",
                        item -> Optional.of(
                                item.phase().equals("Backoff")
                                        ? new Combination(item.function(), "Pending", item.namespace(), "")
                                        : item.combination())),
                misread(
                        "Canceled as Failed",
                        "S8",
                        "another state",
                        state(item -> item.phase().equals("Canceled")
                                ? "Failed"
                                : item.combination().state())),
                misread("Suspended left out", "S8", "Suspended Executions are not counted", only(item -> !item.phase()
                        .equals("Suspended"))),
                misread("Completed left out", "S10", "finished", only(item -> !item.phase()
                        .equals("Completed"))),
                misread("finished left out", "S10", "finished", only(item -> !FINISHED.contains(item.phase()))),
                misread(
                        "namespaces merged",
                        "S3",
                        "never true",
                        item -> Optional.of(in(item.combination(), Script.NAMESPACE))),
                misread(
                        "namespaces swapped",
                        "S3",
                        "never true",
                        item -> Optional.of(in(
                                item.combination(),
                                item.namespace().equals(Script.NAMESPACE) ? Script.ELSEWHERE : Script.NAMESPACE))),
                misread(
                        "another namespace",
                        "S3",
                        "never true",
                        item -> Optional.of(in(item.combination(), "default"))),
                misread(
                        "another function",
                        "S3",
                        "never true",
                        item -> Optional.of(new Combination(
                                "execution",
                                item.combination().state(),
                                item.namespace(),
                                item.combination().worker()))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("misreadings")
    void attributesOneDefectToOneRequirement(
            String defect, String requirement, String observed, Function<Item, Optional<Combination>> reading) {
        StatesWorld world = StatesWorld.standard().shownByW1(reading, LISTINGS);

        Verdicts verdicts = Verdicts.on(world.script().history());

        assertThat(verdicts.violated("S")).as(defect).containsExactly(requirement);
        assertThat(verdicts.of(requirement)).violatesObserving("W1", observed);
    }

    @ParameterizedTest
    @MethodSource
    void attributesAListingThatIsNotFollowedToTheEnd(UnaryOperator<List<Item>> listed) {
        StatesWorld world = StatesWorld.standard().shownByW1(item -> Optional.of(item.combination()), listed, LISTINGS);

        Verdicts verdicts = Verdicts.on(world.script().history());

        assertThat(verdicts.violated("S")).containsExactly("S5");
        assertThat(verdicts.of("S5")).violatesObserving("only 500 of 12");
    }

    static Stream<UnaryOperator<List<Item>>> attributesAListingThatIsNotFollowedToTheEnd() {
        return Stream.of(items -> items.subList(0, 500), items -> items.stream()
                .filter(item -> item.namespace().equals(Script.NAMESPACE))
                .sorted((one, other) -> one.function().compareTo(other.function()))
                .limit(500)
                .toList());
    }

    @Test
    void attributesSeriesThatAreNeverRemoved() {
        StatesWorld world = StatesWorld.standard();
        Map<Combination, Integer> kept = new HashMap<>();
        Exporter exporter = new Exporter();
        for (double listing : LISTINGS) {
            kept.putAll(truth(world, listing));
            exporter.publishes(listing + 0.2, Map.copyOf(kept));
        }
        world.shown("W1", "g1", exporter, LISTINGS);

        Verdicts verdicts = Verdicts.on(world.script().history());

        assertThat(verdicts.violated("S")).containsExactly("S9");
        assertThat(verdicts.of("S9")).violatesObserving("do not exist any more", "reads 3 instead of 0");
    }

    @Test
    void attributesCountsThatAreAddedUp() {
        StatesWorld world = StatesWorld.standard();
        Map<Combination, Integer> sum = new HashMap<>();
        Exporter exporter = new Exporter();
        for (double listing : LISTINGS) {
            truth(world, listing).forEach((series, count) -> sum.merge(series, count, Integer::sum));
            exporter.publishes(listing + 0.2, Map.copyOf(sum));
        }
        world.shown("W1", "g1", exporter, LISTINGS);

        Verdicts verdicts = Verdicts.on(world.script().history());

        assertThat(verdicts.violated("S")).containsExactly("S9");
    }

    @Test
    void blamesValuesThatAreServedAPeriodLateOnTheirAge() {
        StatesWorld world = StatesWorld.standard();
        Exporter exporter = new Exporter()
                .publishes(14.2, truth(world, 4))
                .publishes(34.2, truth(world, 14))
                .publishes(64.2, truth(world, 44));
        world.shown("W1", "g1", exporter, 4, 14, 44);

        Verdicts verdicts = Verdicts.on(world.script().history());

        assertThat(verdicts.of("S3")).violatesObserving("W1 showed", "what had last been true");
        assertThat(verdicts.violated("S")).doesNotContain("S5", "S6", "S7", "S8", "S9", "S10");
    }

    @Test
    void blamesExecutionsThatAreCountedTwiceOnNoSingleRequirement() {
        StatesWorld world = StatesWorld.standard()
                .shownByW1(
                        item -> Optional.of(item.combination()),
                        items -> Stream.concat(items.stream(), items.stream().limit(300))
                                .toList(),
                        LISTINGS);

        assertThat(Verdicts.on(world.script().history()).violated("S")).containsExactly("S3");
    }

    @Test
    void judgesAWorkerThatShowsOnlyItsOwnNamespaceOnThatOne() {
        StatesWorld world =
                StatesWorld.standard().shownByW1(only(item -> item.namespace().equals(Script.NAMESPACE)), LISTINGS);

        Verdicts verdicts = Verdicts.on(world.script().history());

        assertThat(verdicts.violated("S")).containsExactly("S15");
        assertThat(verdicts.of("S3")).conforms();
        assertThat(verdicts.of("S15")).violatesObserving("W1 shows only Executions of its own namespace");
    }

    @Test
    void blamesValuesOfDifferentTimesOnNoSingleRequirement() {
        StatesWorld world = StatesWorld.standard();
        Exporter exporter = new Exporter();
        Map<Combination, Integer> last = Map.of();
        for (double listing : LISTINGS) {
            Map<Combination, Integer> mixed = new HashMap<>(truth(world, listing));
            Map<Combination, Integer> old = new HashMap<>(last);
            old.keySet().removeIf(series -> !series.function().equals("conformance-sleep"));
            if (!old.isEmpty()) {
                mixed.keySet().removeIf(series -> series.function().equals("conformance-sleep"));
                mixed.putAll(old);
            }
            exporter.publishes(listing + 0.2, mixed);
            last = truth(world, listing);
        }
        world.shown("W1", "g1", exporter, LISTINGS);

        Verdicts verdicts = Verdicts.on(world.script().history());

        assertThat(verdicts.violated("S")).containsExactly("S3");
        assertThat(verdicts.of("S3")).violatesObserving("never true", "conformance-sleep");
    }

    @Test
    void findsNothingWrongWithACorrectWorker() {
        StatesWorld world = StatesWorld.standard().shownByW1(item -> Optional.of(item.combination()), LISTINGS);

        Verdicts verdicts = Verdicts.on(world.script().history());

        assertThat(verdicts.violated("S")).isEmpty();
        List<String> conforming = new ArrayList<>();
        verdicts.byId().forEach((id, verdict) -> {
            if (verdict instanceof Conforms) {
                conforming.add(id);
            }
        });
        assertThat(conforming)
                .contains("S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11", "S14", "S15");
    }

    @Test
    void comparesNoOwnersWhereWorkersDoNotWriteThem() {
        StatesWorld world = StatesWorld.standard()
                .shownByW1(
                        worker(item ->
                                item.phase().isEmpty() || item.phase().equals("Pending") ? "" : StatesWorld.OWN_NAME),
                        LISTINGS);
        world.script().withoutOwners();

        Verdicts verdicts = Verdicts.on(world.script().history());

        assertThat(verdicts.violated("S")).isEmpty();
        assertThat(verdicts.of("S3")).conforms();
        assertThat(verdicts.of("S7")).isNotVerifiedBecause("does not write into an Execution who owns it");
    }

    @Test
    void verifiesNoCountWithoutExecutionsToCount() {
        StatesWorld world = StatesWorld.empty();
        world.exists("one", "conformance-succeed", "g1", "Executing", StatesWorld.OWN_NAME);
        world.shownByW1(item -> Optional.of(item.combination()), LISTINGS);

        Verdicts verdicts = Verdicts.on(world.script().history());

        assertThat(verdicts.of("S5")).isNotVerifiedBecause("more than 1000 Executions");
        assertThat(verdicts.of("S6")).isNotVerifiedBecause("without a phase");
        assertThat(verdicts.of("S7")).isNotVerifiedBecause("another worker owns");
        assertThat(verdicts.of("S8")).isNotVerifiedBecause("all seven phases");
        assertThat(verdicts.of("S9")).isNotVerifiedBecause("gone at the next refresh");
        assertThat(verdicts.of("S10")).isNotVerifiedBecause("a finished Execution");
        assertThat(verdicts.of("S15")).isNotVerifiedBecause("another namespace");
    }

    private static Map<Combination, Integer> truth(StatesWorld world, double at) {
        return StatesWorld.count(world.list(at), item -> Optional.of(item.combination()));
    }

    private static Arguments misread(
            String defect, String requirement, String observed, Function<Item, Optional<Combination>> reading) {
        return Arguments.of(defect, requirement, observed, reading);
    }

    private static Function<Item, Optional<Combination>> only(Predicate<Item> counted) {
        return item -> Optional.of(item).filter(counted).map(Item::combination);
    }

    private static Function<Item, Optional<Combination>> state(Function<Item, String> state) {
        return item -> Optional.of(new Combination(
                item.function(),
                state.apply(item),
                item.namespace(),
                item.combination().worker()));
    }

    private static Function<Item, Optional<Combination>> worker(Function<Item, String> worker) {
        return item -> Optional.of(
                new Combination(item.function(), item.combination().state(), item.namespace(), worker.apply(item)));
    }

    private static Combination in(Combination series, String namespace) {
        return new Combination(series.function(), series.state(), namespace, series.worker());
    }
}
