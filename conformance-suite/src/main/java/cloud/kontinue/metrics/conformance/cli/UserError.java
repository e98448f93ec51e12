package cloud.kontinue.metrics.conformance.cli;

import java.io.Serial;

/** A command cannot do what it was asked; the message is one line: what was expected, what was found, what to do. */
final class UserError extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    UserError(String message) {
        super(message);
    }

    UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
