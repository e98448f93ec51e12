package cloud.kontinue.metrics.exporter.testing;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.Execution;
import cloud.kontinue.metrics.exporter.execution.ExecutionStore;
import java.util.Optional;

/** A store that fails a number of times: before it writes, or after, so that only the answer is lost. */
public final class FaultyStore implements ExecutionStore {

    private final ExecutionStore store;
    private int refusals;
    private int lostAnswers;
    private int writes;

    public FaultyStore(ExecutionStore store) {
        this.store = store;
    }

    public void refuse(int times) {
        refusals = times;
    }

    public void loseAnswers(int times) {
        lostAnswers = times;
    }

    /** Returns how many writes were tried. */
    public int writes() {
        return writes;
    }

    @Override
    public Optional<Execution> write(Execution seen, String phase, String worker)
            throws ClusterException, InterruptedException {
        writes++;
        if (refusals > 0) {
            refusals--;
            throw ClusterException.answered(503, "refused by the test");
        }
        var written = store.write(seen, phase, worker);
        if (lostAnswers > 0) {
            lostAnswers--;
            throw ClusterException.unreachable("lost by the test");
        }
        return written;
    }

    @Override
    public Optional<Execution> read(Execution seen) throws ClusterException, InterruptedException {
        return store.read(seen);
    }
}
