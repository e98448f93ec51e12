/** The acts of a run on one timeline, and the recorder that watches them. */
@NullMarked
package cloud.kontinue.metrics.conformance.stage;

import org.jspecify.annotations.NullMarked;
