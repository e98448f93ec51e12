/** Time and threads behind one interface, so that tests can turn the hands themselves. */
@NullMarked
package cloud.kontinue.metrics.exporter.time;

import org.jspecify.annotations.NullMarked;
