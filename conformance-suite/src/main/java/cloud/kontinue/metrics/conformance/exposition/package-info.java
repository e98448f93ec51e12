/** A strict parser of the Prometheus text format and of OpenMetrics, into immutable families and samples. */
@NullMarked
package cloud.kontinue.metrics.conformance.exposition;

import org.jspecify.annotations.NullMarked;
