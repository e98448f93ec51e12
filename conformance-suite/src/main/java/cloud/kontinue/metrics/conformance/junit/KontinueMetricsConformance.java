package cloud.kontinue.metrics.conformance.junit;

import cloud.kontinue.metrics.conformance.worker.Subject;
import cloud.kontinue.metrics.conformance.worker.WorkerProfile;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Judges a worker by the kontinue metrics page, one test for each requirement.
 *
 * <p>A test class implements this interface and names its worker:
 *
 * <pre>{@code
 * class MyWorkerMetricsTest implements KontinueMetricsConformance {
 *     @Override
 *     public Subject worker() {
 *         return new ObjectSubject("my worker", assignment -> MyWorker.start(
 *                 assignment.access().kubeconfig(), assignment.namespace(), assignment.group(),
 *                 assignment.metricsBindAddress()));
 *     }
 * }
 * }</pre>
 *
 * <p>The worker is watched in one run of about 75 seconds, on a cluster in this JVM's memory. Then each requirement is a
 * test: a violation fails with what was expected, what was observed and what to check; what could not be verified is
 * aborted, with the reason.
 */
public interface KontinueMetricsConformance {

    /**
     * Returns the worker under test: an {@link cloud.kontinue.metrics.conformance.worker.ObjectSubject object} of this
     * JVM or a {@link cloud.kontinue.metrics.conformance.worker.CommandSubject command}.
     */
    Subject worker();

    /** Returns what the worker calls things, where that is not what the contract says. */
    default WorkerProfile profile() {
        return WorkerProfile.defaults();
    }

    /** Returns which Prometheus scrapes beside the suite, as the option {@code --prometheus} of the command line has it. */
    default String prometheus() {
        return "auto";
    }

    /** Returns the folder for report and recording; those of an earlier run are replaced. */
    default Path output() {
        return Path.of("target", "kontinue-conformance", getClass().getSimpleName());
    }

    /** Plays one run, and returns a test for each requirement. */
    @TestFactory
    default Stream<DynamicTest> requirements() {
        return RequirementTests.of(JUnitRun.of(this));
    }
}
