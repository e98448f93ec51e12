package cloud.kontinue.metrics.conformance.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final double STEP = 0.021;

    private final SimulatedTime time = new SimulatedTime();
    private final Map<String, Double> begun = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final Timeline timeline = timeline(Runnable::run);

    @Test
    void beginsActsInTheOrderOfTheirMoments() throws Exception {
        add("later", Moment.at(5));
        add("sooner", Moment.at(2));

        playUntil(10);

        assertThat(begun.keySet()).containsExactly("sooner", "later");
        assertThat(begun.get("sooner")).isCloseTo(2, within(STEP));
        assertThat(begun.get("later")).isCloseTo(5, within(STEP));
    }

    @Test
    void beginsAnActSomeTimeAfterAFact() throws Exception {
        Fact listed = new Fact();
        time.plan(3, () -> listed.happened(time.now()));
        add("after the listing", listed.plus(4));

        playUntil(10);

        assertThat(begun.get("after the listing")).isCloseTo(7, within(2 * STEP));
    }

    @Test
    void neverBeginsAnActWhoseFactDoesNotHappen() throws Exception {
        add("after what never happens", new Fact().plus(1));

        playUntil(10);

        assertThat(begun).isEmpty();
    }

    @Test
    void beginsEachActOnce() throws Exception {
        List<Double> times = new ArrayList<>();
        timeline.add(new Act("once", Moment.at(1), () -> times.add(time.seconds())));

        playUntil(5);

        assertThat(times).hasSize(1);
    }

    @Test
    void goesOnWhenAnActFails() throws Exception {
        timeline.add(new Act("fails", Moment.at(1), () -> {
            throw new IllegalStateException("no");
        }));
        add("after it", Moment.at(2));

        playUntil(5);

        assertThat(failures).containsExactly("fails: no");
        assertThat(begun).containsKey("after it");
    }

    @Test
    void endsAtOnceWhenItIsInterrupted() throws Exception {
        boolean[] interrupted = {false};
        time.plan(1, () -> interrupted[0] = true);

        timeline.play(Moment.at(60), () -> interrupted[0], () -> {});

        assertThat(time.seconds()).isCloseTo(1, within(STEP));
    }

    @Test
    void endsWithTheMomentThatIsKnownFirst() throws Exception {
        Fact seen = new Fact();
        time.plan(4, () -> seen.happened(time.now()));

        timeline.play(Moment.earliest(seen, Moment.at(60)), () -> false, () -> {});

        assertThat(time.seconds()).isCloseTo(4, within(STEP));
    }

    @Test
    void countsAsWaitingOnlyWhenNoActIsUnderWay() throws Exception {
        List<Runnable> underWay = new ArrayList<>();
        Timeline concurrent = timeline(underWay::add);
        concurrent.add(new Act("takes 3 s", Moment.at(2), () -> {}));
        time.plan(5, () -> underWay.remove(0).run());

        concurrent.play(Moment.at(10), () -> false, () -> {});

        assertThat(RunClock.seconds(concurrent.waited())).isCloseTo(7, within(3 * STEP));
    }

    @Test
    void namesTheActThatComesNext() {
        add("later", Moment.at(5));
        add("sooner", Moment.at(2));
        add("nobody knows when", new Fact());

        assertThat(timeline.next()).map(Act::name).contains("sooner");
    }

    private Timeline timeline(Executor executor) {
        return new Timeline(time, executor, (act, problem) -> failures.add(act.name() + ": " + problem.getMessage()));
    }

    private void add(String name, Moment moment) {
        timeline.add(new Act(name, moment, () -> begun.put(name, time.seconds())));
    }

    private void playUntil(double second) throws InterruptedException {
        timeline.play(Moment.at(second), () -> false, () -> {});
    }
}
