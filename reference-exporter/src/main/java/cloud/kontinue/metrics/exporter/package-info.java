/** The kontinue metrics page as a Java library: {@link cloud.kontinue.metrics.exporter.MetricsExporter} is where to begin. */
@NullMarked
package cloud.kontinue.metrics.exporter;

import org.jspecify.annotations.NullMarked;
