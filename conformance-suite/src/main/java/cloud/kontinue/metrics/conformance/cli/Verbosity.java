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

    /** Returns what tells of the run on a terminal. */
    Progress progress(Terminal terminal) {
        if (quiet && verbose) {
            throw new UserError("--quiet and --verbose exclude each other: give one of them");
        }
        if (verbose) {
            Logging.verbose();
            return new ProgressLog(terminal.err(), SECONDS_BETWEEN_VERBOSE_LINES);
        }
        if (quiet) {
            return Progress.none();
        }
        return terminal.interactive()
                ? new ProgressLine(terminal.out())
                : new ProgressLog(terminal.err(), SECONDS_BETWEEN_LINES);
    }
}
