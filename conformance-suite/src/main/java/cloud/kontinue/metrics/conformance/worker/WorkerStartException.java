package cloud.kontinue.metrics.conformance.worker;

import java.io.Serial;

/** A worker could not be started; the message is one line for the user: what was expected, found, and what to do. */
public final class WorkerStartException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    public WorkerStartException(String message) {
        super(message);
    }
}
