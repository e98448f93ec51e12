/** The Prometheus text format, version 0.0.4, with metric names written exactly as they are. */
@NullMarked
package cloud.kontinue.metrics.exporter.exposition;

import org.jspecify.annotations.NullMarked;
