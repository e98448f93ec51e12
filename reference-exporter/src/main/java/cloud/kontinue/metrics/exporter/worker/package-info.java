@NullMarked
package cloud.kontinue.metrics.exporter.worker;

import org.jspecify.annotations.NullMarked;
