package cloud.kontinue.metrics.conformance.recording;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The run itself created, changed or deleted an Execution.
 *
 * @param span from sending the request to having its answer
 * @param seconds {@code spec.arguments.seconds}, where the function takes it
 * @param problem why the request failed; empty for success
 */
public record ExecutionWritten(
        Span span,
        Action action,
        String namespace,
        String name,
        String function,
        String group,
        OptionalDouble seconds,
        Optional<String> problem)
        implements Event {

    /** What was done. */
    public enum Action {
        CREATE,
        /** Its status was written, by the run. */
        STATUS,
        DELETE
    }

    @Override
    public long at() {
        return span.to();
    }
}
