/** Executions in a Kubernetes cluster, by the fabric8 client; listings of all states are read as they stream. */
@NullMarked
package cloud.kontinue.metrics.exporter.kubernetes;

import org.jspecify.annotations.NullMarked;
