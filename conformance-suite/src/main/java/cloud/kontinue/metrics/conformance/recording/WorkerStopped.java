package cloud.kontinue.metrics.conformance.recording;

import java.util.OptionalInt;

/**
 * A worker ended.
 *
 * @param span from when it was last known to run (or was told to stop) until it was known to have ended
 * @param byUs whether the run ended it; otherwise it ended by itself
 * @param output the last lines that it wrote
 */
public record WorkerStopped(Span span, String worker, boolean byUs, OptionalInt exitStatus, String output)
        implements Event {

    @Override
    public long at() {
        return span.to();
    }
}
