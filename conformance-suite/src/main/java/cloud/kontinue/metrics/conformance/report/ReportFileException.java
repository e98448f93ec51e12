package cloud.kontinue.metrics.conformance.report;

import java.io.Serial;

/** A report of an earlier run cannot be used; the message is one line for the user. */
public final class ReportFileException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    public ReportFileException(String message) {
        super(message);
    }
}
