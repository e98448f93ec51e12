package cloud.kontinue.metrics.conformance.run;

import cloud.kontinue.metrics.conformance.recording.RecordingSink;
import cloud.kontinue.metrics.conformance.stage.RunOutcome;

/** What a run plays and records. */
@FunctionalInterface
public interface Play {

    /**
     * Plays all of it.
     *
     * @throws RunException if it cannot begin
     */
    RunOutcome play(RecordingSink sink) throws RunException;
}
