/** Who is judged: a process, a URL or an object in this JVM, behind one interface. */
@NullMarked
package cloud.kontinue.metrics.conformance.worker;

import org.jspecify.annotations.NullMarked;
