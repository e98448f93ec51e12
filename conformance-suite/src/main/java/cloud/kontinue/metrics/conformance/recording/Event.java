package cloud.kontinue.metrics.conformance.recording;

/**
 * One thing that a run saw.
 *
 * <p>Times are nanoseconds since the run began, on the monotonic clock. A recording holds events in the order in which
 * they were complete, that is by {@link #at()}.
 */
public sealed interface Event
        permits RunStarted,
                WorkerStarted,
                WorkerStopped,
                ScrapeTaken,
                PortProbed,
                SocketsListed,
                ExecutionWritten,
                ExecutionObserved,
                ApiRequestSeen,
                ListingDenied,
                PrometheusStarted,
                PrometheusAnswered,
                LatenessMeasured,
                PrerequisiteMissing,
                Noted,
                RunEnded {

    /** When it was complete, in nanoseconds since the run began. */
    long at();
}
