/** The catalogue: what the metrics page asks of a worker, each requirement with its sentence of the page. */
@NullMarked
package cloud.kontinue.metrics.conformance.requirement;

import org.jspecify.annotations.NullMarked;
