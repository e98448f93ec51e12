package cloud.kontinue.metrics.conformance.exposition;

/** The type of a family, as its TYPE line gives it. */
public enum FamilyType {
    COUNTER,
    GAUGE,
    HISTOGRAM,
    SUMMARY,
    /** No TYPE line, {@code untyped} in the text format, {@code unknown} in OpenMetrics. */
    UNTYPED,
    INFO,
    STATESET,
    GAUGEHISTOGRAM
}
