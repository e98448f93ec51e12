package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.recording.RecordingException;
import cloud.kontinue.metrics.conformance.recording.RecordingReader;
import cloud.kontinue.metrics.conformance.report.Report;
import cloud.kontinue.metrics.conformance.report.ReportFolder;
import cloud.kontinue.metrics.conformance.report.TextSummary;
import cloud.kontinue.metrics.conformance.requirement.Requirement;
import cloud.kontinue.metrics.conformance.run.JudgedRecording;
import cloud.kontinue.metrics.conformance.run.RunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges a recording. */
@Command(
        name = "judge",
        description = "Gives the verdicts again from a recording alone: no cluster, no worker, no clock.",
        mixinStandardHelpOptions = true)
final class JudgeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RECORDING", description = "The recording of a run, or the output folder that holds it.")
    private Path recording = Path.of("");

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Where the report goes; default: no report is written.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private Selection selection = new Selection();

    private final Terminal terminal;

    JudgeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Report report = report(selection.filter());
        output.ifPresent(folder -> write(report, folder));
        terminal.out().print(TextSummary.write(report));
        terminal.flush();
        return ExitStatus.of(report.result(), false);
    }

    private Report report(Predicate<Requirement> asked) {
        Path within = recording.resolve(ReportFolder.RECORDING);
        try {
            return JudgedRecording.of(RecordingReader.read(Files.isDirectory(within) ? within : recording), asked);
        } catch (RecordingException | RunException e) {
            throw UserError.of(e);
        }
    }

    private static void write(Report report, Path folder) {
        try {
            ReportFolder.write(report, OutputFolder.prepare(folder));
        } catch (IOException e) {
            throw new UserError(
                    "cannot write the report to " + folder + ": " + e.getMessage() + "; choose another --output", e);
        }
    }
}
