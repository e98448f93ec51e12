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
        /** Bytes that are no UTF-8. */
        ENCODING,
        /** Text: the last line does not end with a line feed. */
        FINAL_LINE_FEED,
        DUPLICATE_LABEL,
        /** Two samples of one name and the same labels; in OpenMetrics without a later timestamp. */
        DUPLICATE_SERIES,
        /** A second TYPE line of a family; in OpenMetrics also a second UNIT line. */
        SECOND_TYPE,
        SECOND_HELP,
        /** TYPE, HELP or UNIT after samples of the family. */
        TYPE_AFTER_SAMPLES,
        /** Lines of one family, or in OpenMetrics of one metric, with those of another between them. */
        INTERLEAVED_FAMILY,
        /** A sample whose suffix, labels or exemplar do not fit its family's type. */
        SAMPLE_OF_OTHER_TYPE,
        /** Buckets or quantiles that are not in increasing order of their bound. */
        ORDER,
        /** Buckets that fall, lack {@code +Inf} or disagree with the count; a sum or count that is missing. */
        HISTOGRAM,
        /** A value that its type does not allow, such as a negative counter; a unit that is not the name's end. */
        VALUE,
        /** OpenMetrics: no {@code # EOF} at the end, or lines after it. */
        END_OF_EXPOSITION,
        /** More samples and families than the parser takes; the rest is not read. */
        SIZE
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + message;
    }
}
