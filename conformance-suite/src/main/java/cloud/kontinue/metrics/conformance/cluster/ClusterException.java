package cloud.kontinue.metrics.conformance.cluster;

import java.io.Serial;

/** A cluster could not be had; the message is one line for the user: what was expected, found, and what to do. */
public final class ClusterException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    public ClusterException(String message) {
        super(message);
    }
}
