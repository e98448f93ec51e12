package cloud.kontinue.metrics.conformance.recording;

/**
 * One thing that a run saw.
 *
 * <p>Times are nanoseconds since the run began, on the monotonic clock. A recording holds events in the order in which
 * they were told. That is the order of {@link #at()} for what one thread tells; between threads it may be off by what
 * a thread needs from seeing something to telling it.
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
