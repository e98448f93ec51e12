/** The command {@code java -jar reference-exporter.jar}. */
@NullMarked
package cloud.kontinue.metrics.exporter.cli;

import org.jspecify.annotations.NullMarked;
