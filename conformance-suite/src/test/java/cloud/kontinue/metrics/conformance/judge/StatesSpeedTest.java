package cloud.kontinue.metrics.conformance.judge;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.history.Combination;
import cloud.kontinue.metrics.conformance.history.History;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A whole run is judged in well under the time that its reader would notice. */
final class StatesSpeedTest {

    /** Judged once before, so that it is not the compiler that is measured; the bound leaves room for a busy host. */
    private static final Duration BOUND = Duration.ofSeconds(3);

    @Test
    void judgesFourCorrectWorkersQuickly() {
        StatesWorld world = busy();
        for (String worker : List.of("W1", "W2", "W3", "D")) {
            Exporter exporter = new Exporter();
            for (double listing : new double[] {4, 34, 64}) {
                exporter.publishes(listing + 0.2, truth(world, listing));
            }
            world.shown(worker, "g" + worker, exporter, 4, 34, 64);
        }
        History history = world.script().history();

        assertThat(timed(history)).isLessThan(BOUND);
    }

    @Test
    void judgesAWorkerThatIsAlwaysWrongQuickly() {
        StatesWorld world = busy();
        Exporter exporter = new Exporter();
        for (double listing = 4; listing < 75; listing += 0.5) {
            Map<Combination, Integer> wrong = new HashMap<>(truth(world, listing));
            wrong.keySet().removeIf(series -> series.state().equals("Failed"));
            wrong.keySet().removeIf(series -> series.function().equals("conformance-metronome"));
            exporter.publishes(listing, wrong);
        }
        for (String worker : List.of("W1", "W2", "W3", "D")) {
            world.shown(worker, "g" + worker, exporter);
        }
        History history = world.script().history();

        assertThat(timed(history)).isLessThan(BOUND);
    }

    private static Duration timed(History history) {
        Judge.judge(history);
        History again = History.of(history.recording());
        long start = System.nanoTime();
        Judge.judge(again);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static StatesWorld busy() {
        StatesWorld world = StatesWorld.standard();
        for (int i = 0; i < 500; i++) {
            world.run("busy-" + i, "conformance-sleep", "g1", "w" + i % 4, 4 + i * 0.13, 2, "Completed");
        }
        return world;
    }

    private static Map<Combination, Integer> truth(StatesWorld world, double at) {
        return StatesWorld.count(world.list(at), item -> Optional.of(item.combination()));
    }
}
