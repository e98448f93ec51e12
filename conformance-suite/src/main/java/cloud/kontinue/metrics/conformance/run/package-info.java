/** One run from the stage to the report: what the command line and the JUnit interface have in common. */
@NullMarked
package cloud.kontinue.metrics.conformance.run;

import org.jspecify.annotations.NullMarked;
