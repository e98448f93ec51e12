/** Executions in a Kubernetes cluster, by a small client that starts fast and streams. */
@NullMarked
package cloud.kontinue.metrics.exporter.kubernetes;

import org.jspecify.annotations.NullMarked;
