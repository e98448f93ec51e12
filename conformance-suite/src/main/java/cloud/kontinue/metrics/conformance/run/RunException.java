package cloud.kontinue.metrics.conformance.run;

import java.io.Serial;

/** There is nothing to judge; the message is one line for the user: what was expected, found, and what to do. */
public final class RunException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    public RunException(String message) {
        super(message);
    }

    public RunException(String message, Throwable cause) {
        super(message, cause);
    }
}
