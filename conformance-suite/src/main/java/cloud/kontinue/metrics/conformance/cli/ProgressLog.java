package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.stage.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/** Progress for a log: a line for each part of the run, and one now and then between. */
final class ProgressLog implements Progress {

    private final PrintWriter log;
    private final double everySeconds;
    private double nextSecond;

    /**
     * Writes to a log.
     *
     * @param everySeconds the least time between two lines of the same part
     */
    ProgressLog(PrintWriter log, double everySeconds) {
        this.log = log;
        this.everySeconds = everySeconds;
        nextSecond = everySeconds;
    }

    @Override
    public void stage(String what) {
        log.println(what);
    }

    @Override
    public void tick(double secondsElapsed, double secondsExpected, String note) {
        if (secondsElapsed >= nextSecond) {
            log.println(String.format(
                    Locale.ROOT,
                    "%.0f of about %.0f s%s",
                    secondsElapsed,
                    secondsExpected,
                    note.isEmpty() ? "" : ": " + note));
            nextSecond = (Math.floor(secondsElapsed / everySeconds) + 1) * everySeconds;
        }
    }
}
