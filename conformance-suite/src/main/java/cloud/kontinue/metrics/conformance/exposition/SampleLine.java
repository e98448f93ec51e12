package cloud.kontinue.metrics.conformance.exposition;

/**
 * A sample as a line has it, with the offsets of its parts in the body.
 *
 * @param exemplarAt where its exemplar begins; -1 where it has none
 */
record SampleLine(Sample sample, int nameAt, int valueAt, int exemplarAt) {

    SampleLine(Sample sample, int nameAt, int valueAt) {
        this(sample, nameAt, valueAt, -1);
    }
}
