package cloud.kontinue.metrics.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.kontinue.metrics.conformance.recording.RunEnded;
import cloud.kontinue.metrics.conformance.recording.RunStarted;
import cloud.kontinue.metrics.conformance.requirement.Requirement;
import cloud.kontinue.metrics.conformance.run.Play;
import cloud.kontinue.metrics.conformance.run.RunException;
import cloud.kontinue.metrics.conformance.stage.Interrupt;
import cloud.kontinue.metrics.conformance.stage.RunOutcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSessionTest {

    private final Path folder;

    RunSessionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private final StringWriter out = new StringWriter();

    @Test
    void aRunThatShowedNothingIsInconclusive() {
        int status = session().run(ending(RunEnded.Outcome.COMPLETE, ""), new Interrupt(), () -> {});

        assertThat(status).isEqualTo(3);
        assertThat(out.toString())
                .contains("my-worker: INCONCLUSIVE", "75.0 s, 80 % of it waiting", folder + "/report.html");
    }

    @Test
    void aRunLeavesReportAndRecording() {
        session().run(ending(RunEnded.Outcome.COMPLETE, ""), new Interrupt(), () -> {});

        assertThat(folder)
                .isDirectoryContaining("glob:**/report.json")
                .isDirectoryContaining("glob:**/report.html")
                .isDirectoryContaining("glob:**/recording");
    }

    @Test
    void aRunThatCouldNotBeMadeJudgesNothing() throws Exception {
        Files.writeString(folder.resolve("report.json"), "of an earlier run");

        assertThatThrownBy(() -> session()
                        .run(ending(RunEnded.Outcome.SETUP_FAILED, "no worker came up"), new Interrupt(), () -> {}))
                .isInstanceOf(UserError.class)
                .hasMessage("the run could not be made: no worker came up; what it saw is in "
                        + folder.resolve("recording"));
        assertThat(folder.resolve("report.json")).doesNotExist();
        assertThat(folder.resolve("recording")).isNotEmptyDirectory();
    }

    @Test
    void anInterruptedRunReportsWhatWasSeen() {
        int status = session().run(ending(RunEnded.Outcome.INTERRUPTED, "Ctrl-C"), new Interrupt(), () -> {});

        assertThat(status).isEqualTo(130);
        assertThat(folder.resolve("report.json")).content().contains("\"cutShort\" : \"Ctrl-C\"");
        assertThat(out.toString()).contains("cut short: Ctrl-C");
    }

    @Test
    void theProgressMakesRoomBeforeTheConclusion() {
        session().run(ending(RunEnded.Outcome.COMPLETE, ""), new Interrupt(), () -> out.append("<cleared>"));

        assertThat(out.toString()).startsWith("<cleared>");
    }

    @Test
    void aClusterThatCannotBeHadIsTold() {
        Play play = sink -> {
            throw new RunException("no cluster");
        };

        assertThatThrownBy(() -> session().run(play, new Interrupt(), () -> {}))
                .isInstanceOf(UserError.class)
                .hasMessage("no cluster");
    }

    @Test
    void judgingTheRecordingGivesTheReportOfTheRun() {
        session().run(ending(RunEnded.Outcome.COMPLETE, ""), new Interrupt(), () -> {});

        Console judged = Console.run(
                "judge", folder.toString(), "--output", folder.resolve("again").toString());

        assertThat(judged.status()).isEqualTo(3);
        assertThat(folder.resolve("again/report.json")).hasSameTextualContentAs(folder.resolve("report.json"));
    }

    @Test
    void judgingBySomeRequirementsGivesTheReportOfARunThatAskedForThem() {
        session(requirement -> requirement.id().equals("S4"))
                .run(ending(RunEnded.Outcome.COMPLETE, ""), new Interrupt(), () -> {});

        Console.run(
                "judge",
                folder.toString(),
                "--only",
                "s4",
                "--output",
                folder.resolve("again").toString());

        assertThat(folder.resolve("again/report.json")).hasSameTextualContentAs(folder.resolve("report.json"));
    }

    private RunSession session() {
        return session(requirement -> true);
    }

    private RunSession session(Predicate<Requirement> asked) {
        PrintWriter writer = new PrintWriter(out, true);
        return new RunSession(new Terminal(writer, writer, false), folder, asked, false);
    }

    private static Play ending(RunEnded.Outcome outcome, String reason) {
        return sink -> {
            sink.record(new RunStarted(
                    0,
                    Instant.parse("2026-01-02T03:04:05Z"),
                    "1.2.3",
                    new RunStarted.Subject("my-worker", "command", "sha256:0"),
                    new RunStarted.Environment("embedded", "v1.34.4", "", 2),
                    new RunStarted.Names("a", "b", "nobody", true, true)));
            sink.record(new RunEnded(75_000_000_000L, outcome, reason));
            return new RunOutcome(outcome, reason, 75, 60);
        };
    }
}
