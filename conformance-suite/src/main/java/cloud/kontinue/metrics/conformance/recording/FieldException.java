package cloud.kontinue.metrics.conformance.recording;

/** A line of a recording does not hold what its event needs; the message has no position. */
final class FieldException extends Exception {

    private static final long serialVersionUID = 1;

    FieldException(String message) {
        super(message);
    }

    String problem() {
        return String.valueOf(getMessage());
    }
}
