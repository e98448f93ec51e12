package cloud.kontinue.metrics.conformance.run;

import cloud.kontinue.metrics.conformance.cluster.Cluster;
import cloud.kontinue.metrics.conformance.cluster.ClusterException;
import cloud.kontinue.metrics.conformance.prometheus.PrometheusChoice;
import cloud.kontinue.metrics.conformance.prometheus.PrometheusSource;
import cloud.kontinue.metrics.conformance.recording.RecordingSink;
import cloud.kontinue.metrics.conformance.stage.Interrupt;
import cloud.kontinue.metrics.conformance.stage.Progress;
import cloud.kontinue.metrics.conformance.stage.RunOutcome;
import cloud.kontinue.metrics.conformance.stage.Stage;
import cloud.kontinue.metrics.conformance.worker.Subject;
import cloud.kontinue.metrics.conformance.worker.WorkerProfile;
import java.util.Optional;

/**
 * The acts of the stage, on a cluster that is there for this run only.
 *
 * @param place where the cluster comes from
 * @param subject who is judged
 * @param profile what the worker calls things
 */
public record StagedPlay(
        ClusterPlace place,
        Subject subject,
        WorkerProfile profile,
        PrometheusChoice prometheus,
        Progress progress,
        Interrupt interrupt)
        implements Play {

    /** Where a cluster comes from. */
    public interface ClusterPlace {

        /** Starts it, or turns to it. */
        Cluster open() throws ClusterException;

        /** Returns whether it is somebody's own, to be left as it was found. */
        boolean borrowed();
    }

    @Override
    public RunOutcome play(RecordingSink sink) throws RunException {
        if (!prometheus.shortcoming().isEmpty()) {
            progress.stage(prometheus.shortcoming());
        }
        progress.stage("starting the cluster");
        try (Cluster cluster = place.open()) {
            return Stage.play(
                    RunNames.plan(profile, place.borrowed()), cluster, subject, source(), sink, progress, interrupt);
        } catch (ClusterException e) {
            throw new RunException("the run could not be made: " + e.getMessage(), e);
        }
    }

    private Optional<PrometheusSource> source() {
        return prometheus instanceof PrometheusChoice.With with ? Optional.of(with.source()) : Optional.empty();
    }
}
