package cloud.kontinue.metrics.exporter.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.StateCounts;
import cloud.kontinue.metrics.exporter.execution.StateKey;
import cloud.kontinue.metrics.exporter.metrics.ExecutionStates;
import cloud.kontinue.metrics.exporter.testing.SimulatedScheduler;
import cloud.kontinue.metrics.exporter.testing.Texts;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatesRefresherTest {

    private final SimulatedScheduler scheduler = new SimulatedScheduler();
    private final ExecutionStates states = new ExecutionStates();
    private int listings;
    private boolean forbidden;

    @Test
    void listsAtItsStart() {
        refresher().start();

        scheduler.settle();

        assertThat(Texts.lines(states)).anyMatch(line -> line.endsWith(" 1"));
    }

    @Test
    void listsAgainEveryThirtySeconds() {
        refresher().start();

        scheduler.pass(Duration.ofSeconds(299));

        assertThat(listings).isEqualTo(10);
    }

    @Test
    void keepsTheLastValuesWhileTheListingIsRefused() {
        refresher().start();
        scheduler.settle();
        forbidden = true;

        scheduler.pass(Duration.ofSeconds(31));

        assertThat(listings).isEqualTo(2);
        assertThat(Texts.lines(states)).anyMatch(line -> line.endsWith(" 1"));
    }

    @Test
    void doesNotListMoreOftenAfterARefusal() {
        forbidden = true;
        refresher().start();

        scheduler.pass(Duration.ofSeconds(89));

        assertThat(listings).isEqualTo(3);
    }

    @Test
    void recoversAtTheNextListing() {
        refresher().start();
        scheduler.settle();
        forbidden = true;
        scheduler.pass(Duration.ofSeconds(31));
        forbidden = false;

        scheduler.pass(Duration.ofSeconds(30));

        assertThat(Texts.lines(states)).anyMatch(line -> line.endsWith(" 3"));
    }

    private StatesRefresher refresher() {
        return new StatesRefresher(scheduler, StatesRefresher.PERIOD, this::list, states);
    }

    private StateCounts list() throws ClusterException {
        listings++;
        if (forbidden) {
            throw ClusterException.answered(403, "forbidden by the test");
        }
        return new StateCounts(Map.of(new StateKey("f", "Pending", "default", ""), (long) listings));
    }
}
