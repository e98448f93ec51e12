/** Verdicts: one class per section of the page, one small function per requirement. Pure. */
@NullMarked
package cloud.kontinue.metrics.conformance.judge;

import org.jspecify.annotations.NullMarked;
