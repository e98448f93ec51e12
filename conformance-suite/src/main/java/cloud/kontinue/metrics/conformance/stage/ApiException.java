package cloud.kontinue.metrics.conformance.stage;

import java.io.Serial;

/** The cluster did not do what was asked; the message is one line for the user. */
final class ApiException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int status;

    /** Makes one of an HTTP status; 0 where there was no answer. */
    ApiException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
