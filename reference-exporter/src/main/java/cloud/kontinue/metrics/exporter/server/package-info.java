/** The metrics server and the address it listens on. */
@NullMarked
package cloud.kontinue.metrics.exporter.server;

import org.jspecify.annotations.NullMarked;
