package cloud.kontinue.metrics.exporter.refresh;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.StateListing;
import cloud.kontinue.metrics.exporter.metrics.ExecutionStates;
import cloud.kontinue.metrics.exporter.time.FixedRate;
import cloud.kontinue.metrics.exporter.time.Scheduler;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists all Executions at its start and every 30 seconds after.
 *
 * <p>"Updated every 30 seconds by listing all Execution CRs." Where a listing fails, the last good values stay until the
 * next one, which comes no sooner than it would have.
 */
public final class StatesRefresher {

    public static final Duration PERIOD = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(StatesRefresher.class);

    private final StateListing listing;
    private final ExecutionStates states;
    private final FixedRate rate;

    public StatesRefresher(Scheduler scheduler, Duration period, StateListing listing, ExecutionStates states) {
        this.listing = listing;
        this.states = states;
        rate = new FixedRate(scheduler, period, this::refresh);
    }

    /** Starts it; call once. It ends when the scheduler is closed. */
    public void start() {
        rate.start();
    }

    private void refresh() {
        try {
            states.replace(listing.count());
        } catch (ClusterException e) {
            LOG.warn(
                    "The states were not refreshed and keep their last values until the next listing: {}",
                    e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
