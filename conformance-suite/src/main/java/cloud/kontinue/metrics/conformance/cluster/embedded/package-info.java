/**
 * An in-memory Kubernetes API for runs without a cluster.
 *
 * <p>One event loop serves every request, so that the classes here need no locks: whatever touches the {@link
 * cloud.kontinue.metrics.conformance.cluster.embedded.Store} runs there.
 */
@NullMarked
package cloud.kontinue.metrics.conformance.cluster.embedded;

import org.jspecify.annotations.NullMarked;
