package cloud.kontinue.metrics.conformance.recording;

import java.time.Instant;

/**
 * The head of every recording: who is judged, where, and by which names.
 *
 * @param startedAt wall clock at 0 nanoseconds
 * @param subject who is judged
 * @param environment what it is judged in
 * @param names what things are called in this run
 */
public record RunStarted(
        long at, Instant startedAt, String suiteVersion, Subject subject, Environment environment, Names names)
        implements Event {

    /** Who is judged; {@code kind} is {@code command}, {@code image}, {@code url}, {@code object} or {@code reference}. */
    public record Subject(String name, String kind, String digest) {}

    /** What it is judged in; {@code prometheus} is empty where there is none. */
    public record Environment(String cluster, String kubernetes, String prometheus, int cpus) {}

    /**
     * What things are called in this run.
     *
     * @param namespace the namespace of every worker
     * @param elsewhere the other namespace
     * @param nobody the group that no worker serves
     * @param ownerWritten whether the worker under test writes the owner into the status of an Execution
     * @param requestsSeen whether the cluster shows the requests that a worker makes
     */
    public record Names(
            String namespace, String elsewhere, String nobody, boolean ownerWritten, boolean requestsSeen) {}
}
