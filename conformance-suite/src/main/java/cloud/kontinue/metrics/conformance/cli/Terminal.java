package cloud.kontinue.metrics.conformance.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * Where a command writes.
 *
 * @param out what was asked for
 * @param err progress and errors
 * @param interactive whether a person watches {@code err} on a terminal that can rewrite a line
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {

    static Terminal ofThisProcess() {
        return new Terminal(writer(System.out), writer(System.err), isInteractive(System.getenv()));
    }

    void flush() {
        out.flush();
        err.flush();
    }

    private static PrintWriter writer(PrintStream stream) {
        String encoding = System.getProperty("sun.stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
        return new PrintWriter(stream, true, Charset.forName(encoding));
    }

    private static boolean isInteractive(Map<String, String> environment) {
        return System.console() != null
                && !environment.getOrDefault("TERM", "dumb").equals("dumb")
                && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
