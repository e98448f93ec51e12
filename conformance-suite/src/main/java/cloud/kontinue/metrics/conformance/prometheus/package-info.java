/** A Prometheus that scrapes the worker as documented: a local binary or one that already runs. */
@NullMarked
package cloud.kontinue.metrics.conformance.prometheus;

import org.jspecify.annotations.NullMarked;
