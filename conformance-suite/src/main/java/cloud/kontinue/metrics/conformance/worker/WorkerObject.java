package cloud.kontinue.metrics.conformance.worker;

/** A worker as an object of this JVM: what a Java project writes to have its own worker judged. */
@FunctionalInterface
public interface WorkerObject {

    /**
     * Starts one worker and returns as soon as it runs, at the latest within 30 seconds.
     *
     * @return what ends it; its {@code close} returns once the worker has ended and released its port
     * @throws Exception if it cannot run with this assignment, as with an address that is taken
     */
    AutoCloseable start(Assignment assignment) throws Exception;
}
