/** Where Executions live: the embedded cluster or a real one, behind one interface. */
@NullMarked
package cloud.kontinue.metrics.conformance.cluster;

import org.jspecify.annotations.NullMarked;
