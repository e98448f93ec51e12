package cloud.kontinue.metrics.conformance.cli;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * Where a command writes.
 *
 * @param out what was asked for
 * @param err errors, and progress where nobody watches it live
 * @param interactive whether {@code out} is a terminal that can rewrite a line, with a person before it
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
        return isTerminal()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb")
                && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** Up to Java 21 there is a console only on a terminal; later versions have one always and tell which it is. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
