package cloud.kontinue.metrics.conformance.cli;

/** The command {@code kontinue-conformance}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Logging.quiet();
        Terminal terminal = Terminal.ofThisProcess();
        int status = Cli.run(terminal, args);
        terminal.flush();
        // Libraries may have left threads behind that would keep the process alive.
        Runtime.getRuntime().halt(status);
    }
}
