/** Verdicts as files for people and machines. */
@NullMarked
package cloud.kontinue.metrics.conformance.report;

import org.jspecify.annotations.NullMarked;
