package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.stage.Progress;
import picocli.CommandLine.Option;

/** How much a run tells while it is on. */
final class Verbosity {

    /** Often enough to see that it lives, seldom enough for a build's log. */
    private static final double SECONDS_BETWEEN_LINES = 15;

    private static final double SECONDS_BETWEEN_VERBOSE_LINES = 1;

    @Option(names = "--quiet", description = "Tell nothing but the conclusion.")
    private boolean quiet;

    @Option(names = "--verbose", description = "Tell every step, and what libraries warn of.")
    private boolean verbose;

    /** Returns what is told on a terminal. */
    Told told(Terminal terminal) {
        if (quiet && verbose) {
            throw new UserError("--quiet and --verbose exclude each other: give one of them");
        }
        if (verbose) {
            Logging.verbose();
            return new Told(new ProgressLog(terminal.err(), SECONDS_BETWEEN_VERBOSE_LINES), () -> {});
        }
        if (quiet) {
            return new Told(Progress.none(), () -> {});
        }
        if (terminal.interactive()) {
            ProgressLine line = new ProgressLine(terminal.out());
            return new Told(line, line::clear);
        }
        return new Told(new ProgressLog(terminal.err(), SECONDS_BETWEEN_LINES), () -> {});
    }
}
