/** The command kontinue-conformance. */
@NullMarked
package cloud.kontinue.metrics.conformance.cli;

import org.jspecify.annotations.NullMarked;
