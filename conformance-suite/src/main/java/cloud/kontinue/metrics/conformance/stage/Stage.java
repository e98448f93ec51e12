package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.cluster.Cluster;
import cloud.kontinue.metrics.conformance.prometheus.PrometheusSource;
import cloud.kontinue.metrics.conformance.recording.RecordingSink;
import cloud.kontinue.metrics.conformance.recording.RunEnded;
import cloud.kontinue.metrics.conformance.worker.Subject;
import java.util.Optional;

/** Plays a run: drives a cluster, some workers and a Prometheus along one timeline, and records what is seen. */
public final class Stage {

    private Stage() {}

    /**
     * Plays a run; returns when it is over and everything that it started has been stopped.
     *
     * <p>Takes about 75 seconds; up to 110 for a worker that first lists late. Whatever happens, the first event is
     * {@link cloud.kontinue.metrics.conformance.recording.RunStarted} and the last {@link RunEnded}. A set-up that fails
     * is an outcome, not an exception.
     *
     * @param cluster is used, not closed
     * @param prometheus empty: without one, which is recorded
     * @param sink where it throws an {@link java.io.UncheckedIOException}, the run ends early, and it gets no more
     * @param interrupt ends the run early
     */
    public static RunOutcome play(
            StagePlan plan,
            Cluster cluster,
            Subject subject,
            Optional<PrometheusSource> prometheus,
            RecordingSink sink,
            Progress progress,
            Interrupt interrupt) {
        RunClock clock = new RunClock();
        try (Recorder recorder = new Recorder(sink, clock)) {
            Run run = new Run(plan, cluster, subject, clock, recorder, progress, interrupt);
            RunOutcome outcome = run.play(prometheus);
            recorder.record(new RunEnded(clock.now(), outcome.outcome(), recordedReason(outcome)));
            return outcome;
        }
    }

    private static String recordedReason(RunOutcome outcome) {
        return outcome.outcome() == RunEnded.Outcome.COMPLETE ? "" : outcome.reason();
    }
}
