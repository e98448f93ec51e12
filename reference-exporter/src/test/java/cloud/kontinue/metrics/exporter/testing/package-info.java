/** What the tests run on instead of time and a cluster. */
@NullMarked
package cloud.kontinue.metrics.exporter.testing;

import org.jspecify.annotations.NullMarked;
