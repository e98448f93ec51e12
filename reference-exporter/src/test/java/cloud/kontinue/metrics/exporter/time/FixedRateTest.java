package cloud.kontinue.metrics.exporter.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.kontinue.metrics.exporter.testing.SimulatedScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedRateTest {

    private final SimulatedScheduler scheduler = new SimulatedScheduler();
    private final long start = scheduler.nanoTime();
    private final List<Long> startedAtSeconds = new ArrayList<>();

    @Test
    void runsAtOnceAndThenEveryPeriod() {
        rate(Duration.ZERO).start();

        scheduler.pass(Duration.ofSeconds(95));

        assertThat(startedAtSeconds).containsExactly(0L, 30L, 60L, 90L);
    }

    @Test
    void countsFromStartToStartHoweverLongTheTaskTakes() {
        rate(Duration.ofSeconds(7)).start();

        scheduler.pass(Duration.ofSeconds(125));

        assertThat(startedAtSeconds).containsExactly(0L, 30L, 60L, 90L, 120L);
    }

    @Test
    void skipsWhatATaskMissedThatOverran() {
        rate(Duration.ofSeconds(70)).start();

        scheduler.pass(Duration.ofSeconds(100));

        assertThat(startedAtSeconds).containsExactly(0L, 90L);
    }

    @Test
    void goesOnAfterATaskThatThrew() {
        new FixedRate(scheduler, Duration.ofSeconds(30), () -> {
                    startedAtSeconds.add(sinceStart());
                    throw new IllegalStateException("thrown by the test");
                })
                .start();
        assertThatThrownBy(() -> scheduler.pass(Duration.ofSeconds(1))).hasMessage("thrown by the test");

        assertThatThrownBy(() -> scheduler.pass(Duration.ofSeconds(30))).hasMessage("thrown by the test");

        assertThat(startedAtSeconds).containsExactly(0L, 30L);
    }

    @Test
    void refusesAPeriodOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FixedRate(scheduler, Duration.ZERO, () -> {}))
                .withMessage("Invalid period 'PT0S': must be positive");
    }

    private FixedRate rate(Duration work) {
        return new FixedRate(scheduler, Duration.ofSeconds(30), () -> {
            startedAtSeconds.add(sinceStart());
            scheduler.workFor(work);
        });
    }

    private long sinceStart() {
        return Duration.ofNanos(scheduler.nanoTime() - start).toSeconds();
    }
}
