package cloud.kontinue.metrics.conformance.run;

import cloud.kontinue.metrics.conformance.recording.RecordingException;
import cloud.kontinue.metrics.conformance.recording.RecordingReader;
import cloud.kontinue.metrics.conformance.recording.RecordingWriter;
import cloud.kontinue.metrics.conformance.recording.RunEnded;
import cloud.kontinue.metrics.conformance.report.Report;
import cloud.kontinue.metrics.conformance.report.ReportFolder;
import cloud.kontinue.metrics.conformance.requirement.Requirement;
import cloud.kontinue.metrics.conformance.stage.RunOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Predicate;

/** A run, played and recorded, then judged from its recording alone. */
public final class ConformanceRun {

    /** What came of it, and how it went. */
    public record Conclusion(Report report, RunOutcome outcome) {}

    private ConformanceRun() {}

    /**
     * Plays, and leaves recording and report in the folder.
     *
     * @throws RunException if it could not be made, so that nothing is judged; what was seen is in the recording
     */
    public static Conclusion of(Play play, Path folder, Predicate<Requirement> asked) throws RunException {
        Path recording = folder.resolve(ReportFolder.RECORDING);
        try {
            // No old verdict may stand beside a new recording.
            ReportFolder.clear(folder);
            RunOutcome outcome = record(play, recording);
            if (outcome.outcome() == RunEnded.Outcome.SETUP_FAILED) {
                throw new RunException(
                        "the run could not be made: " + outcome.reason() + "; what it saw is in " + recording);
            }
            Report report = JudgedRecording.of(RecordingReader.read(recording), asked);
            ReportFolder.write(report, folder);
            return new Conclusion(report, outcome);
        } catch (IOException | UncheckedIOException | RecordingException e) {
            throw new RunException("cannot keep the run in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static RunOutcome record(Play play, Path recording) throws IOException, RunException {
        try (RecordingWriter writer = RecordingWriter.create(recording)) {
            return play.play(writer);
        }
    }
}
