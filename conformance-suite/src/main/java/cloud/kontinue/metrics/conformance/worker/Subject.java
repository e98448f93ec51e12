package cloud.kontinue.metrics.conformance.worker;

/** The worker under test, before any of it runs: something that can be started, or is already there. */
public interface Subject {

    /** Returns what reports call it. */
    String name();

    /** Returns {@code command}, {@code image}, {@code url}, {@code object} or {@code reference}. */
    String kind();

    /** Returns a digest that tells one build from another; empty where there is none. */
    String digest();

    /** Returns whether it can be started and stopped at will. */
    boolean restartable();

    /**
     * Starts one worker.
     *
     * @throws WorkerStartException if it cannot be started at all; one that starts and dies is no exception
     */
    RunningWorker start(Assignment assignment) throws WorkerStartException;
}
