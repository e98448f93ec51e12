/** A worker: it claims Executions, runs their functions and tells its metrics. */
@NullMarked
package cloud.kontinue.metrics.exporter.worker;

import org.jspecify.annotations.NullMarked;
