package cloud.kontinue.metrics.conformance.cli;

import static cloud.kontinue.metrics.conformance.cli.ConsoleAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {

    @Test
    void namesItsCommandsAndExitStatuses() {
        Console help = Console.run("--help");

        assertThat(help).succeeded();
        assertThat(help.out()).contains("run", "judge", "list", "explain", "matrix", "cluster", "Exit status: 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "judge", "list", "explain", "matrix", "cluster"})
    void everyCommandHasHelp(String command) {
        Console help = Console.run(command, "--help");

        assertThat(help).succeeded();
        assertThat(help.out()).startsWith("Usage: kontinue-conformance " + command);
    }

    @Test
    void tellsItsVersion() {
        assertThat(Console.run("--version").out()).startsWith("kontinue-conformance ");
    }

    @Test
    void refusesToDoNothing() {
        assertThat(Console.run()).refusedInOneLine("Missing required subcommand", "--help");
    }

    @Test
    void suggestsTheCommandThatMayHaveBeenMeant() {
        assertThat(Console.run("explian", "S4")).refusedInOneLine("explian", "did you mean", "explain");
    }

    @Test
    void suggestsTheOptionThatMayHaveBeenMeant() {
        assertThat(Console.run("run", "--onyl", "S4"))
                .refusedInOneLine("'--onyl'", "did you mean --only", "kontinue-conformance run --help");
    }
}
