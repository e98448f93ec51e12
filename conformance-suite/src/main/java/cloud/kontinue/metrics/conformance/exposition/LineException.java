package cloud.kontinue.metrics.conformance.exposition;

import cloud.kontinue.metrics.conformance.exposition.Problem.Rule;

/** A line cannot be read; ends the reading of this line alone. */
final class LineException extends Exception {

    private static final long serialVersionUID = 1;

    private final int at;
    private final Rule rule;

    /**
     * @param at offset of the place in the body
     * @param message what was expected and what was found
     */
    LineException(int at, Rule rule, String message) {
        // Without a stack trace: a hostile body can have millions of wrong lines.
        super(message, null, false, false);
        this.at = at;
        this.rule = rule;
    }

    int at() {
        return at;
    }

    Rule rule() {
        return rule;
    }

    String problem() {
        return String.valueOf(getMessage());
    }
}
