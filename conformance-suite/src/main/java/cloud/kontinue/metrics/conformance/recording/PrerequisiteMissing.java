package cloud.kontinue.metrics.conformance.recording;

/**
 * Something that judging needs was not to be had, through no fault of the worker.
 *
 * @param worker whom it concerns; empty for the whole run
 * @param reason one sentence for people, such as {@code port 8080 is taken by another process}
 */
public record PrerequisiteMissing(long at, Prerequisite prerequisite, String worker, String reason) implements Event {

    /** What judging can need. */
    public enum Prerequisite {
        /** A Prometheus at all. */
        PROMETHEUS,
        /** A Prometheus that knows Kubernetes discovery and runs the documented job. */
        PROMETHEUS_DISCOVERY,
        /** Port 8080 free for a worker with default options. */
        DEFAULT_PORT,
        /** Starting and stopping workers at will. */
        RESTART,
        /** The requests that workers make to the API server. */
        REQUESTS,
        /** Taking away a worker's right to list. */
        LIST_FAULT,
        /** Seeing the listening sockets of a worker. */
        SOCKETS,
        /** Another local address than 127.0.0.1. */
        OTHER_ADDRESS,
        /** A process on this machine. */
        LOCAL_PROCESS,
        /** A namespace besides the worker's. */
        ELSEWHERE,
        /** The worker does not have one of the functions; the reason names it. */
        FUNCTION
    }
}
