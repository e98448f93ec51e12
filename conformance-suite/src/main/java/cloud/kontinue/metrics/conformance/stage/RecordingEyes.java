package cloud.kontinue.metrics.conformance.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The recorder's watch on Executions: of the whole cluster, or where that is forbidden of the run's namespaces. */
final class RecordingEyes implements AutoCloseable {

    private static final int FORBIDDEN = 403;
    private static final long PATIENCE_SECONDS = 15;

    private final ExecutionApi api;
    private final StagePlan plan;
    private final RunClock clock;
    private final Recorder recorder;
    private final List<ExecutionWatcher> watchers = new ArrayList<>();

    RecordingEyes(ExecutionApi api, StagePlan plan, RunClock clock, Recorder recorder) {
        this.api = api;
        this.plan = plan;
        this.clock = clock;
        this.recorder = recorder;
    }

    /** Opens them; fails with a {@link ApiException} where Executions cannot be listed. */
    void open() throws InterruptedException {
        try {
            watch("");
        } catch (ApiException e) {
            if (e.status() != FORBIDDEN) {
                throw e;
            }
            watch(plan.namespace());
            watch(plan.elsewhere());
        }
    }

    private void watch(String namespace) throws InterruptedException {
        Optional<String> ownerField = plan.profile().ownerField();
        ExecutionView view = new ExecutionView(ownerField, recorder::record);
        ExecutionWatcher watcher = new ExecutionWatcher(api, namespace, view, clock, recorder::note);
        synchronized (watchers) {
            watchers.add(watcher);
        }
        watcher.start();
        watcher.awaitSynced(PATIENCE_SECONDS);
    }

    @Override
    public void close() {
        synchronized (watchers) {
            watchers.forEach(ExecutionWatcher::close);
        }
    }
}
