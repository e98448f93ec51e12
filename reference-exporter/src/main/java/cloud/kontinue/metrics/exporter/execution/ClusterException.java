package cloud.kontinue.metrics.exporter.execution;

import java.io.Serial;

/** The cluster could not be reached, or refused; the message is one line for the user. */
public final class ClusterException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int UNREACHABLE = 0;

    private final int status;

    private ClusterException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Returns the exception for an answer with that HTTP status. */
    public static ClusterException answered(int status, String message) {
        return new ClusterException(status, message);
    }

    /** Returns the exception for no answer at all, or one that cannot be understood. */
    public static ClusterException unreachable(String message) {
        return new ClusterException(UNREACHABLE, message);
    }

    /** Returns whether the cluster answered with that HTTP status. */
    public boolean answered(int expectedStatus) {
        return status == expectedStatus;
    }
}
