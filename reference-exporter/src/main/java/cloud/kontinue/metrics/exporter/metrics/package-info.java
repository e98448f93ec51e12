/** The four metrics of the page: the instruments a worker moves, and the states of the last listing. */
@NullMarked
package cloud.kontinue.metrics.exporter.metrics;

import org.jspecify.annotations.NullMarked;
