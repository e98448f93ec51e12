package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.recording.RunEnded;
import cloud.kontinue.metrics.conformance.report.ReportFolder;
import cloud.kontinue.metrics.conformance.report.TextSummary;
import cloud.kontinue.metrics.conformance.requirement.Requirement;
import cloud.kontinue.metrics.conformance.run.ConformanceRun;
import cloud.kontinue.metrics.conformance.run.Play;
import cloud.kontinue.metrics.conformance.run.RunException;
import cloud.kontinue.metrics.conformance.stage.Interrupt;
import cloud.kontinue.metrics.conformance.stage.RunOutcome;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;

/** A run as a person at a terminal sees it, from its beginning to its exit status. */
final class RunSession {

    private final Terminal terminal;
    private final Path output;
    private final Predicate<Requirement> asked;
    private final boolean requireComplete;

    RunSession(Terminal terminal, Path output, Predicate<Requirement> asked, boolean requireComplete) {
        this.terminal = terminal;
        this.output = output;
        this.asked = asked;
        this.requireComplete = requireComplete;
    }

    /** Plays, tells the conclusion, and returns the exit status. */
    int run(Play play, Interrupt interrupt, Runnable beforeConclusion) {
        OnInterrupt onInterrupt = OnInterrupt.trigger(interrupt);
        try {
            ConformanceRun.Conclusion conclusion = play(play, beforeConclusion);
            tell(conclusion);
            return conclusion.outcome().outcome() == RunEnded.Outcome.INTERRUPTED
                    ? ExitStatus.INTERRUPTED
                    : ExitStatus.of(conclusion.report().result(), requireComplete);
        } finally {
            onInterrupt.done();
        }
    }

    private ConformanceRun.Conclusion play(Play play, Runnable beforeConclusion) {
        try {
            return ConformanceRun.of(play, output, asked);
        } catch (RunException e) {
            throw UserError.of(e);
        } finally {
            beforeConclusion.run();
        }
    }

    private void tell(ConformanceRun.Conclusion conclusion) {
        RunOutcome outcome = conclusion.outcome();
        PrintWriter out = terminal.out();
        out.print(TextSummary.write(conclusion.report()));
        out.println(String.format(
                Locale.ROOT,
                "%.1f s, %.0f %% of it waiting for what the page gives a worker time to do; report: %s",
                outcome.wallSeconds(),
                outcome.wallSeconds() > 0 ? 100 * outcome.waitingSeconds() / outcome.wallSeconds() : 0,
                output.resolve(ReportFolder.REPORT_HTML)));
        out.flush();
    }
}
