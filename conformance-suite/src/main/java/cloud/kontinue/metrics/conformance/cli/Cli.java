package cloud.kontinue.metrics.conformance.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands, put together. */
@Command(
        name = Cli.NAME,
        description =
                "Watches a kontinue worker and says requirement by requirement whether its metrics are as documented.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "'kontinue-conformance run' judges the reference worker, with no cluster needed, in about 75 seconds.",
            "",
            "Exit status: 0 conforming or partial; 1 a required requirement is violated; 2 usage or set-up error, nothing"
                    + " judged; 3 inconclusive; 130 interrupted."
        })
final class Cli {

    static final String NAME = "kontinue-conformance";

    private Cli() {}

    /** Runs one command line and returns the exit status; errors are told in one line. */
    static int run(Terminal terminal, String... args) {
        return create(terminal).execute(args);
    }

    static CommandLine create(Terminal terminal) {
        CommandLine cli = new CommandLine(new Cli())
                .addSubcommand(new RunCommand(terminal))
                .addSubcommand(new JudgeCommand(terminal))
                .addSubcommand(new ListCommand())
                .addSubcommand(new ExplainCommand())
                .addSubcommand(new MatrixCommand())
                .addSubcommand(new ClusterCommand(terminal));
        Errors errors = new Errors(terminal);
        return cli.setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }
}
