/** What a run saw, as events, and the file format that keeps them. */
@NullMarked
package cloud.kontinue.metrics.conformance.recording;

import org.jspecify.annotations.NullMarked;
