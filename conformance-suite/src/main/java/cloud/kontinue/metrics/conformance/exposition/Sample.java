package cloud.kontinue.metrics.conformance.exposition;

import java.util.OptionalDouble;

/**
 * One line with a value.
 *
 * @param name with its suffix, such as {@code kontinue_execution_latency_bucket}
 * @param timestampSeconds Unix time that the line itself carries
 * @param line where it stands, from 1
 */
public record Sample(String name, Labels labels, double value, OptionalDouble timestampSeconds, int line) {}
