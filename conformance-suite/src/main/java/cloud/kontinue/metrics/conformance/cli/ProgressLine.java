package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.stage.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/** Progress for a person at a terminal: one line, rewritten each second. */
final class ProgressLine implements Progress {

    private static final int BAR = 24;
    private static final int WIDTH = 79;
    private static final String REWRITE = "\r\u001b[K";

    private final PrintWriter terminal;
    private String stage = "";

    ProgressLine(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override
    public void stage(String what) {
        stage = what;
        show(what);
    }

    @Override
    public void tick(double secondsElapsed, double secondsExpected, String note) {
        double share = secondsExpected <= 0 ? 0 : Math.min(1, secondsElapsed / secondsExpected);
        int done = (int) Math.round(share * BAR);
        show(String.format(
                Locale.ROOT,
                "[%s%s] %3.0f of about %.0f s  %s",
                "#".repeat(done),
                "-".repeat(BAR - done),
                secondsElapsed,
                secondsExpected,
                note.isEmpty() ? stage : note));
    }

    /** Takes the line away, for what is printed next. */
    void clear() {
        terminal.print(REWRITE);
        terminal.flush();
    }

    private void show(String line) {
        terminal.print(REWRITE + (line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line));
        terminal.flush();
    }
}
