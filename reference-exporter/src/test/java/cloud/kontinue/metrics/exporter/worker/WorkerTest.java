package cloud.kontinue.metrics.exporter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.exporter.demo.DemoCluster;
import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.Execution;
import cloud.kontinue.metrics.exporter.execution.ExecutionFeed;
import cloud.kontinue.metrics.exporter.execution.StateKey;
import cloud.kontinue.metrics.exporter.metrics.Result;
import cloud.kontinue.metrics.exporter.testing.FaultyStore;
import cloud.kontinue.metrics.exporter.testing.SimulatedScheduler;
import cloud.kontinue.metrics.exporter.testing.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private static final Map<String, Plan> PLANS = Map.of(
            "quick", Plan.of(Result.SUCCESS),
            "broken", Plan.of(Result.ERROR, new Step.Work(Duration.ofMillis(400))),
            "slow", Plan.of(Result.SUCCESS, new Step.Work(Duration.ofSeconds(10))),
            "parked",
                    Plan.of(
                            Result.SUCCESS,
                            new Step.Work(Duration.ofSeconds(1)),
                            new Step.Suspend(Duration.ofSeconds(5))));

    private final SimulatedScheduler scheduler = new SimulatedScheduler();
    private final DemoCluster cluster = new DemoCluster();
    private final FaultyStore store = new FaultyStore(cluster);
    private final Told told = new Told();
    private final Functions functions = execution -> Optional.ofNullable(PLANS.get(execution.function()));
    private final Worker worker = new Worker("w", store, functions, told, scheduler);

    @Test
    void runsWhatWaitedBeforeItCame() throws Exception {
        pending("quick");

        work();
        scheduler.settle();

        assertThat(told.events()).containsExactly("started quick", "completed quick success PT0S");
        assertThat(states()).containsExactly(Map.entry(state("quick", "Completed", "w"), 1L));
    }

    @Test
    void runsWhatComesLater() throws Exception {
        work();

        pending("broken");
        scheduler.pass(Duration.ofSeconds(1));

        assertThat(told.events()).containsExactly("started broken", "completed broken error PT0.4S");
        assertThat(states()).containsExactly(Map.entry(state("broken", "Failed", "w"), 1L));
    }

    @Test
    void isExecutingAndOwnsWhatItRuns() throws Exception {
        work();

        pending("slow");
        scheduler.pass(Duration.ofSeconds(9));

        assertThat(told.events()).containsExactly("started slow");
        assertThat(states()).containsExactly(Map.entry(state("slow", "Executing", "w"), 1L));
    }

    @Test
    void parksWhatIsSuspendedAndStillOwnsIt() throws Exception {
        work();

        pending("parked");
        scheduler.pass(Duration.ofSeconds(5));

        assertThat(told.events()).containsExactly("started parked", "suspended parked");
        assertThat(states()).containsExactly(Map.entry(state("parked", "Suspended", "w"), 1L));
    }

    @Test
    void measuresFromClaimToEndSuspensionIncluded() throws Exception {
        pending("parked");
        scheduler.pass(Duration.ofSeconds(100));

        work();
        scheduler.pass(Duration.ofSeconds(7));

        assertThat(told.events())
                .containsExactly(
                        "started parked", "suspended parked", "resumed parked", "completed parked success PT6S");
    }

    @Test
    void leavesAFunctionThatItDoesNotHave() throws Exception {
        work();

        pending("unheard-of");
        scheduler.pass(Duration.ofSeconds(60));

        assertThat(told.events()).isEmpty();
        assertThat(states()).containsExactly(Map.entry(state("unheard-of", "Pending", ""), 1L));
    }

    @Test
    void leavesWhatIsSomeoneElses() throws Exception {
        cluster.create("default", "quick", "Executing", "someone-else");

        work();
        scheduler.settle();

        assertThat(told.events()).isEmpty();
    }

    @Test
    void runsEachExecutionOnOneOfTwoWorkers() throws Exception {
        work();
        var otherTold = new Told();
        new Worker("other", cluster, functions, otherTold, scheduler).work(cluster.feed());

        for (int i = 0; i < 50; i++) {
            pending("quick");
        }
        scheduler.settle();

        var completed = new ArrayList<>(told.events());
        completed.addAll(otherTold.events());
        assertThat(completed).filteredOn(event -> event.startsWith("completed")).hasSize(50);
        assertThat(completed).filteredOn(event -> event.startsWith("started")).hasSize(50);
    }

    @Test
    void runsManyAtOnceButNotAll() throws Exception {
        work();

        for (int i = 0; i < 100; i++) {
            pending("slow");
        }
        scheduler.pass(Duration.ofSeconds(5));

        assertThat(states())
                .containsOnly(
                        Map.entry(state("slow", "Executing", "w"), 64L), Map.entry(state("slow", "Pending", ""), 36L));
    }

    @Test
    void takesTheNextWhenOneHasEnded() throws Exception {
        work();

        for (int i = 0; i < 100; i++) {
            pending("slow");
        }
        scheduler.pass(Duration.ofSeconds(25));

        assertThat(states()).containsExactly(Map.entry(state("slow", "Completed", "w"), 100L));
    }

    @Test
    void countsTheEndOnlyOnceItIsStored() throws Exception {
        work();
        pending("slow");
        scheduler.pass(Duration.ofSeconds(9));
        store.refuse(3);

        scheduler.pass(Duration.ofMillis(1_100));

        assertThat(told.events()).containsExactly("started slow");
    }

    @Test
    void writesTheEndAgainUntilItIsStoredAndDoesNotAddTheDelayToTheLatency() throws Exception {
        work();
        pending("slow");
        scheduler.pass(Duration.ofSeconds(9));
        store.refuse(3);

        scheduler.pass(Duration.ofSeconds(5));

        assertThat(told.events()).containsExactly("started slow", "completed slow success PT10S");
    }

    @Test
    void looksUpAWriteWhoseAnswerWasLost() throws Exception {
        work();
        store.loseAnswers(1);

        pending("broken");
        scheduler.pass(Duration.ofSeconds(2));

        assertThat(told.events()).containsExactly("started broken", "completed broken error PT0.4S");
    }

    @Test
    void givesUpAWriteAfterTwoMinutesAndTakesOtherWork() throws Exception {
        work();
        pending("slow");
        scheduler.pass(Duration.ofSeconds(9));
        store.refuse(28);
        scheduler.pass(Duration.ofSeconds(130));

        pending("quick");
        scheduler.settle();

        assertThat(told.events())
                .containsExactly("started slow", "lost slow", "started quick", "completed quick success PT0S");
    }

    @Test
    void stopsCountingWhatIsCanceled() throws Exception {
        work();
        pending("slow");
        scheduler.settle();

        cluster.write(only(), "Canceled", "w");

        assertThat(told.events()).containsExactly("started slow", "lost slow");
    }

    @Test
    void doesNotCompleteWhatIsCanceled() throws Exception {
        work();
        pending("slow");
        scheduler.settle();
        cluster.write(only(), "Canceled", "w");

        scheduler.pass(Duration.ofSeconds(20));

        assertThat(told.events()).containsExactly("started slow", "lost slow");
        assertThat(states()).containsExactly(Map.entry(state("slow", "Canceled", "w"), 1L));
    }

    @Test
    void completesWhatWasOnlyTouched() throws Exception {
        work();
        pending("slow");
        scheduler.settle();
        cluster.write(only(), "Executing", "w");

        scheduler.pass(Duration.ofSeconds(20));

        assertThat(told.events()).containsExactly("started slow", "completed slow success PT10S");
    }

    private void work() throws ClusterException, InterruptedException {
        worker.work(cluster.feed());
    }

    private void pending(String function) {
        cluster.create("default", function, "", "");
    }

    private Execution only() throws ClusterException, InterruptedException {
        List<Execution> all = new ArrayList<>();
        try (var feed = cluster.feed()) {
            feed.start(new ExecutionFeed.Listener() {
                @Override
                public void seen(Execution execution) {
                    all.add(execution);
                }

                @Override
                public void gone(Execution execution) {}
            });
        }
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private Map<StateKey, Long> states() {
        return cluster.count().counts();
    }

    private static StateKey state(String function, String state, String worker) {
        return new StateKey(function, state, "default", worker);
    }
}
