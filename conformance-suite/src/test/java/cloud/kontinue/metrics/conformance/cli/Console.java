package cloud.kontinue.metrics.conformance.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A terminal of a test's own, and what a command line did on it. */
record Console(int status, String out, String err) {

    static Console run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Cli.run(new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false), args);
        return new Console(status, out.toString(), err.toString());
    }
}
