/** Executions as a worker sees them, and what it needs of the cluster they live in. */
@NullMarked
package cloud.kontinue.metrics.exporter.execution;

import org.jspecify.annotations.NullMarked;
