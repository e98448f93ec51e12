package cloud.kontinue.metrics.conformance.history;

import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered;
import cloud.kontinue.metrics.conformance.recording.Recording;
import cloud.kontinue.metrics.conformance.recording.RunStarted;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What happened in a run, computed once from its recording. */
public final class History {

    private final Recording recording;
    private final Map<String, WorkerLife> workers;
    private final List<ExecutionLife> executions;
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();
    private final Lateness lateness;

    private History(Recording recording, Map<String, WorkerLife> workers, List<ExecutionLife> executions) {
        this.recording = recording;
        this.workers = workers;
        this.executions = executions;
        this.lateness = Lateness.of(recording);
    }

    /**
     * Returns what a pure function makes of this history, computed only once.
     *
     * @param kind names the function: the same kind must always come with the same function
     */
    public <T> T once(Class<T> kind, Function<History, T> function) {
        Object known = derived.get(kind);
        if (known == null) {
            known = function.apply(this);
            derived.put(kind, known);
        }
        return kind.cast(known);
    }

    /** Reads a recording. */
    public static History of(Recording recording) {
        return new History(recording, WorkerLives.of(recording), ExecutionLives.of(recording));
    }

    public Recording recording() {
        return recording;
    }

    public RunStarted head() {
        return recording.head();
    }

    /** Returns a worker by its name in the run, such as {@code W1}. */
    public Optional<WorkerLife> worker(String name) {
        return Optional.ofNullable(workers.get(name));
    }

    /** Returns all workers in the order of their start. */
    public List<WorkerLife> workers() {
        return List.copyOf(workers.values());
    }

    /** Returns all Executions in the order in which the watch first told of them. */
    public List<ExecutionLife> executions() {
        return executions;
    }

    /** Returns the Executions of one group. */
    public List<ExecutionLife> executions(String group) {
        return executions.stream()
                .filter(execution -> execution.group().equals(group))
                .toList();
    }

    /** Returns why a prerequisite is missing, for one worker or for the whole run. */
    public Optional<String> missing(Prerequisite prerequisite, String worker) {
        return recording
                .all(PrerequisiteMissing.class)
                .filter(missing -> missing.prerequisite() == prerequisite)
                .filter(missing ->
                        missing.worker().isEmpty() || missing.worker().equals(worker))
                .map(PrerequisiteMissing::reason)
                .findFirst();
    }

    /** Returns Prometheus' answers on a topic, in order. */
    public List<PrometheusAnswered> answers(PrometheusAnswered.Topic topic) {
        return recording
                .all(PrometheusAnswered.class)
                .filter(answer -> answer.topic() == topic)
                .toList();
    }

    /** Returns the worst lateness of our own, in nanoseconds, of any wake-up that touches the span. */
    public long lateness(Span span) {
        return lateness.worst(span);
    }
}
