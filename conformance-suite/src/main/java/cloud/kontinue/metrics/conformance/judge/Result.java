package cloud.kontinue.metrics.conformance.judge;

/** The one word over all verdicts. */
public enum Result {
    /** Everything was verified and nothing violated that is required. */
    CONFORMING,
    /** Nothing required is violated; something could not be shown by this set-up. */
    PARTIAL,
    /** A required requirement is violated. */
    NONCONFORMING,
    /** Too little was seen to say anything: S3, R3, L5, C5, or both E1 and B1 not verified. */
    INCONCLUSIVE
}
