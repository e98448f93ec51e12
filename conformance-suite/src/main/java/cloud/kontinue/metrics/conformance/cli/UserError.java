package cloud.kontinue.metrics.conformance.cli;

import java.io.Serial;
import java.util.Objects;

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

    /** Takes over the message of an exception that was written for the user. */
    static UserError of(Exception cause) {
        return new UserError(
                Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName()), cause);
    }
}
