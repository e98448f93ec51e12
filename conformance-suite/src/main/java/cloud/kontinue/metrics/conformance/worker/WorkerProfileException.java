package cloud.kontinue.metrics.conformance.worker;

import java.io.Serial;

/** A worker profile cannot be used; the message is one line for the user: what was expected, found, and what to do. */
public final class WorkerProfileException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    public WorkerProfileException(String message) {
        super(message);
    }
}
