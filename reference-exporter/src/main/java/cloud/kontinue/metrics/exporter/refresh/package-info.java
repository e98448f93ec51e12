/** The states, brought up to date every 30 seconds. */
@NullMarked
package cloud.kontinue.metrics.exporter.refresh;

import org.jspecify.annotations.NullMarked;
