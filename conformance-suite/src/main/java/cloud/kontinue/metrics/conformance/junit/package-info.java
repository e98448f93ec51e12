/** Each requirement as a JUnit 5 test. */
@NullMarked
package cloud.kontinue.metrics.conformance.junit;

import org.jspecify.annotations.NullMarked;
