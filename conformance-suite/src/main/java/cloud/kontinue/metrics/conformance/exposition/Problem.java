package cloud.kontinue.metrics.conformance.exposition;

/**
 * One place where a body breaks the rules of its format.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param rule which rule is broken
 * @param message what was expected and what was found, without the position
 */
public record Problem(int line, int column, Rule rule, String message) {

    /** The rules that a body can break. */
    public enum Rule {
        /** A line that cannot be read at all. */
        SYNTAX,
        ENCODING,
        FINAL_LINE_FEED,
        DUPLICATE_LABEL,
        DUPLICATE_SERIES,
        SECOND_TYPE,
        SECOND_HELP,
        TYPE_AFTER_SAMPLES,
        /** Samples of one family with those of another between them. */
        INTERLEAVED_FAMILY,
        /** A sample whose suffix or labels do not fit its family's type. */
        SAMPLE_OF_OTHER_TYPE,
        /** Buckets that fall, lack {@code +Inf} or disagree with the count. */
        HISTOGRAM,
        /** A value that its type does not allow, such as a negative counter. */
        VALUE,
        /** OpenMetrics: no {@code # EOF} at the end, or lines after it. */
        END_OF_EXPOSITION
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + message;
    }
}
