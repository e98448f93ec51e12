package cloud.kontinue.metrics.exporter.worker;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.Execution;
import cloud.kontinue.metrics.exporter.execution.ExecutionStore;
import cloud.kontinue.metrics.exporter.time.Scheduler;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the phase of Executions for one worker, through conflicts and outages.
 *
 * <p>Every write is tied to the version last seen, so that of several workers one alone gets an Execution. A write whose
 * answer was lost is looked up before it is tried again.
 */
final class Ownership {

    private static final Logger LOG = LoggerFactory.getLogger(Ownership.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** With the pauses between them, about two minutes. */
    private static final int TRIES = 28;

    private final String worker;
    private final ExecutionStore store;
    private final Scheduler scheduler;

    Ownership(String worker, ExecutionStore store, Scheduler scheduler) {
        this.worker = worker;
        this.store = store;
        this.scheduler = scheduler;
    }

    /**
     * Moves an Execution to a phase, owned by this worker; returns at once or later.
     *
     * @param seen as it was last seen; pending, or this worker's own
     * @param stored told of the Execution as it then is
     * @param lost told where somebody else changed or deleted it, or the cluster stayed out of reach
     */
    void move(Execution seen, String phase, Consumer<Execution> stored, Runnable lost) {
        attempt(new Move(seen, phase, stored, lost), 1);
    }

    private record Move(Execution seen, String phase, Consumer<Execution> stored, Runnable lost) {

        Move from(Execution now) {
            return new Move(now, phase, stored, lost);
        }
    }

    private void attempt(Move move, int tries) {
        try {
            var written = store.write(move.seen(), move.phase(), worker);
            if (written.isPresent()) {
                move.stored().accept(written.get());
            } else {
                afterConflict(move, store.read(move.seen()), tries);
            }
        } catch (ClusterException e) {
            retry(move, tries, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void afterConflict(Move move, Optional<Execution> found, int tries) {
        if (found.isEmpty()) {
            move.lost().run();
            return;
        }
        var now = found.get();
        if (now.worker().equals(worker) && now.phase().equals(move.phase())) {
            move.stored().accept(now);
        } else if (tries < TRIES && sameHands(move.seen(), now)) {
            attempt(move.from(now), tries + 1);
        } else {
            move.lost().run();
        }
    }

    /** Something else than phase and owner was changed: a label, say. */
    private static boolean sameHands(Execution seen, Execution now) {
        return now.state().equals(seen.state()) && now.worker().equals(seen.worker());
    }

    private void retry(Move move, int tries, ClusterException e) {
        if (tries == TRIES) {
            LOG.error("{} could not be made {} and is given up: {}", move.seen(), move.phase(), e.getMessage());
            move.lost().run();
            return;
        }
        LOG.warn("{} could not be made {} and is tried again: {}", move.seen(), move.phase(), e.getMessage());
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 10));
        scheduler.after(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE, () -> attempt(move, tries + 1));
    }
}
