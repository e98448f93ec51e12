package cloud.kontinue.metrics.conformance.cli;

/** The command {@code kontinue-conformance}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Logging.quiet();
        Terminal terminal = Terminal.ofThisProcess();
        System.exit(Cli.run(terminal, args));
    }
}
