package cloud.kontinue.metrics.conformance.simulation;

import cloud.kontinue.metrics.conformance.recording.ApiRequestSeen;
import cloud.kontinue.metrics.conformance.recording.RecordingSink;
import cloud.kontinue.metrics.conformance.recording.Span;
import cloud.kontinue.metrics.conformance.recording.WorkerStopped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A worker that claims the Executions of its group, runs them, and shows metrics of it. */
final class SimulatedWorker {

    final String name;
    final String runName;
    private final String group;
    private final SimulatedClock clock;
    private final SimulatedCluster cluster;
    private final Behaviour behaviour;
    private final RecordingSink sink;
    private final SimulatedMetrics metrics = new SimulatedMetrics();
    private boolean listingDenied;
    private boolean alive = true;
    private int refreshes;

    SimulatedWorker(
            String runName,
            String group,
            SimulatedClock clock,
            SimulatedCluster cluster,
            Behaviour behaviour,
            RecordingSink sink) {
        this.runName = runName;
        this.name = "worker-" + runName;
        this.group = group;
        this.clock = clock;
        this.cluster = cluster;
        this.behaviour = behaviour;
        this.sink = sink;
    }

    void start() {
        cluster.watch(this::told);
        clock.after(behaviour.firstListing(), this::refresh);
    }

    boolean alive() {
        return alive;
    }

    void stop() {
        alive = false;
    }

    void denyListing(boolean denied) {
        listingDenied = denied;
    }

    String page() {
        return behaviour.page(metrics.page(), clock.now());
    }

    private void told(SimulatedExecution execution) {
        boolean free = execution.phase.isEmpty() || execution.phase.equals("Pending");
        if (alive && free && execution.group.equals(group)) {
            clock.after(0.001, 0.03, () -> claim(execution));
        }
    }

    private void claim(SimulatedExecution execution) {
        if (!alive || !cluster.write(execution, execution.phase.isEmpty() ? "" : "Pending", "Executing", name)) {
            return;
        }
        long claimed = clock.now();
        String labels = labels(execution);
        double handover = Math.max(0, behaviour.handover());
        clock.after(handover, () -> metrics.running(labels, 1));
        if (execution.function.equals("conformance-suspend")) {
            suspend(execution, labels, claimed);
        } else {
            clock.after(Math.max(handover, execution.seconds) + 0.001, () -> end(execution, claimed));
        }
    }

    private void suspend(SimulatedExecution execution, String labels, long claimed) {
        int change = behaviour.suspendedRuns() ? 0 : 1;
        clock.after(0.7, () -> {
            cluster.write(execution, "Executing", "Suspended", name);
            metrics.running(labels, -change);
            clock.after(execution.seconds, () -> {
                cluster.write(execution, "Suspended", "Executing", name);
                metrics.running(labels, change);
                clock.after(0.01, () -> end(execution, claimed));
            });
        });
    }

    private void end(SimulatedExecution execution, long claimed) {
        if (!alive) {
            return;
        }
        boolean success = !execution.function.equals("conformance-fail");
        double sinceClaim = (clock.now() - claimed) / 1e9;
        double sinceCreation = (clock.now() - execution.createdAt) / 1e9;
        double handover = behaviour.handover();
        Runnable write = () -> cluster.write(execution, "Executing", success ? "Completed" : "Failed", name);
        Runnable count = () -> count(execution, success, sinceClaim, sinceCreation);
        clock.after(Math.max(0, -handover), write);
        clock.after(Math.max(0.0, handover) + (handover > 0 ? 0.5 : 0.0), count);
    }

    private void count(SimulatedExecution execution, boolean success, double sinceClaim, double sinceCreation) {
        String labels = labels(execution);
        if (behaviour.leavesRunning(success)) {
            metrics.running(labels, -1);
        }
        for (int i = 0; i < behaviour.observations(success); i++) {
            metrics.observe(labels, behaviour.observed(sinceClaim, sinceCreation));
        }
        int increments = behaviour.increments(success);
        if (increments > 0) {
            metrics.completed(
                    "function=\"%s\",result=\"%s\"".formatted(execution.function, success ? "success" : "error"),
                    increments);
        }
    }

    private String labels(SimulatedExecution execution) {
        return "function=\"%s\",namespace=\"%s\",worker=\"%s\""
                .formatted(execution.function, execution.namespace, name);
    }

    private void refresh() {
        if (!alive) {
            return;
        }
        clock.after(behaviour.period(refreshes++), this::refresh);
        long from = clock.now();
        double takes = behaviour.listing();
        if (listingDenied) {
            clock.after(0.005, () -> denied(from));
            return;
        }
        List<SimulatedExecution> listed = cluster.list();
        clock.after(takes, () -> {
            sink.record(request(from, 200));
            clock.after(0.001, 0.1, () -> show(listed));
        });
    }

    private void denied(long from) {
        sink.record(request(from, 403));
        if (!behaviour.survivesDeniedListing()) {
            alive = false;
            sink.record(new WorkerStopped(
                    Span.at(clock.now()), runName, false, OptionalInt.of(1), "cannot list executions: forbidden"));
        }
    }

    private ApiRequestSeen request(long from, int status) {
        return new ApiRequestSeen(
                new Span(from, clock.now()), "id-" + runName, "list", "executions", "", "limit=500", status, "");
    }

    private void show(List<SimulatedExecution> listed) {
        Map<StateLabels, Integer> counted =
                behaviour.keepsVanishedStates() ? new HashMap<>(metrics.states()) : new HashMap<>();
        Map<StateLabels, Integer> fresh = new HashMap<>();
        listed.forEach(execution ->
                behaviour.state(execution, this).ifPresent(labels -> fresh.merge(labels, 1, Integer::sum)));
        counted.putAll(fresh);
        metrics.show(counted);
    }
}
