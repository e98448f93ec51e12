@NullMarked
package cloud.kontinue.metrics.exporter;

import org.jspecify.annotations.NullMarked;
