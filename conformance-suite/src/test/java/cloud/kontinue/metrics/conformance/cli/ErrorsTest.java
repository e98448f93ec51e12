package cloud.kontinue.metrics.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ErrorsTest {

    /** A command with a mistake in it. */
    @Command(name = "broken")
    private static final class Broken implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("it does not add up\nsecond line");
        }
    }

    @Test
    void tellsAMistakeOfOursInOneLineAndKeepsItsTraceInAFile() throws Exception {
        StringWriter err = new StringWriter();
        Errors errors = new Errors(new Terminal(new PrintWriter(err), new PrintWriter(err, true), false));

        int status = new CommandLine(new Broken())
                .setExecutionExceptionHandler(errors)
                .execute();

        assertThat(status).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        Matcher told = Pattern.compile(
                        "kontinue-conformance: internal error: IllegalStateException it does not add up; .* (\\S+\\.txt)\\s*")
                .matcher(err.toString());
        assertThat(told).matches();
        Path trace = Path.of(told.group(1));
        assertThat(trace).content().contains("second line", "ErrorsTest");
        Files.delete(trace);
    }
}
