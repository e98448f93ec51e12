/** What happened, read off a recording: each worker's, each Execution's and each refresh's life. Pure. */
@NullMarked
package cloud.kontinue.metrics.conformance.history;

import org.jspecify.annotations.NullMarked;
