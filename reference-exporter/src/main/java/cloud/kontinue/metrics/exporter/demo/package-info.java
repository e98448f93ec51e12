/** A made-up cluster in memory with believable traffic. */
@NullMarked
package cloud.kontinue.metrics.exporter.demo;

import org.jspecify.annotations.NullMarked;
