/** Whole runs on a simulated clock: workers, conforming or broken, that leave a recording within milliseconds. */
@NullMarked
package cloud.kontinue.metrics.conformance.simulation;

import org.jspecify.annotations.NullMarked;
