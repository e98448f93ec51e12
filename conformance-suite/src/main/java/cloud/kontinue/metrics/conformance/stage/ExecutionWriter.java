package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.ExecutionWritten;
import cloud.kontinue.metrics.conformance.recording.ExecutionWritten.Action;
import cloud.kontinue.metrics.conformance.recording.RecordingSink;
import cloud.kontinue.metrics.conformance.recording.Span;
import cloud.kontinue.metrics.conformance.stage.ExecutionApi.Reply;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Creates, changes and deletes the run's own Executions, many at once, and records each request. */
final class ExecutionWriter {

    private static final int AT_ONCE = 48;
    private static final long PATIENCE_SECONDS = 12;

    /** A status to be written; an empty owner is left out. */
    record Status(NewExecution execution, String phase, String owner) {}

    private final ExecutionApi api;
    private final String runId;
    private final List<String> ownerField;
    private final RunClock clock;
    private final RecordingSink sink;

    /**
     * @param ownerField the path of the field that names an Execution's owner
     */
    ExecutionWriter(ExecutionApi api, String runId, String ownerField, RunClock clock, RecordingSink sink) {
        this.api = api;
        this.runId = runId;
        this.ownerField = List.of(ownerField.split("\\."));
        this.clock = clock;
        this.sink = sink;
    }

    /** Creates Executions and waits until all are answered; returns the problem of the first that failed. */
    Optional<String> create(List<NewExecution> executions) throws InterruptedException {
        return all(
                executions,
                Action.CREATE,
                Function.identity(),
                execution -> api.create(execution.namespace(), execution.json(runId)));
    }

    /** Writes statuses; only for Executions that no worker serves, or an honest worker would lose its claim. */
    Optional<String> writeStatus(List<Status> statuses) throws InterruptedException {
        return all(
                statuses,
                Action.STATUS,
                Status::execution,
                status -> api.mergeStatus(
                        status.execution().namespace(), status.execution().name(), patch(status)));
    }

    Optional<String> delete(List<NewExecution> executions) throws InterruptedException {
        return all(
                executions,
                Action.DELETE,
                Function.identity(),
                execution -> api.delete(execution.namespace(), execution.name()));
    }

    private <T> Optional<String> all(
            List<T> items,
            Action action,
            Function<T, NewExecution> executionOf,
            Function<T, CompletableFuture<Reply>> request)
            throws InterruptedException {
        Queue<String> problems = new ConcurrentLinkedQueue<>();
        Semaphore slots = new Semaphore(AT_ONCE);
        for (T item : items) {
            if (!slots.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                problems.add("the API server did not answer in time");
                break;
            }
            long from = clock.now();
            var unused = sent(() -> request.apply(item)).whenComplete((reply, failure) -> {
                Optional<String> problem = problem(reply, failure);
                problem.ifPresent(problems::add);
                written(new Span(from, clock.now()), action, executionOf.apply(item), problem);
                slots.release();
            });
        }
        if (!slots.tryAcquire(AT_ONCE, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            problems.add("the API server did not answer in time");
        }
        return Optional.ofNullable(problems.peek());
    }

    private static CompletableFuture<Reply> sent(Supplier<CompletableFuture<Reply>> request) {
        try {
            return request.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Optional<String> problem(@Nullable Reply reply, @Nullable Throwable failure) {
        if (reply == null) {
            return Optional.of(failure == null ? "no answer" : Reason.of(failure));
        }
        return reply.succeeded() ? Optional.empty() : Optional.of(reply.problem());
    }

    private void written(Span span, Action action, NewExecution execution, Optional<String> problem) {
        sink.record(new ExecutionWritten(
                span,
                action,
                execution.namespace(),
                execution.name(),
                execution.function(),
                execution.group(),
                execution.seconds(),
                problem));
    }

    private JsonNode patch(Status status) {
        ObjectNode patch = JsonMapper.shared().createObjectNode();
        patch.putObject("status").put("phase", status.phase());
        if (!status.owner().isEmpty()) {
            ObjectNode holder = patch;
            for (String field : ownerField.subList(0, ownerField.size() - 1)) {
                holder = holder.withObjectProperty(field);
            }
            holder.put(ownerField.get(ownerField.size() - 1), status.owner());
        }
        return patch;
    }
}
