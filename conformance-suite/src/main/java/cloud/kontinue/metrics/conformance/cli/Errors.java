package cloud.kontinue.metrics.conformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells every error in one line on standard error. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final Terminal terminal;

    Errors(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException exception, String[] args) {
        String message = firstLine(exception.getMessage());
        if (exception instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                message += "; did you mean " + String.join(" or ", suggestions) + "?";
            }
        }
        return tell(message + "; see '"
                + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help'");
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine commandLine, ParseResult parseResult) {
        if (exception instanceof UserError) {
            return tell(firstLine(exception.getMessage()));
        }
        return tell("internal error: " + exception.getClass().getSimpleName() + " " + firstLine(exception.getMessage())
                + "; " + details(exception));
    }

    private int tell(String line) {
        terminal.err().println(Cli.NAME + ": " + line);
        return ExitStatus.ERROR;
    }

    /** Keeps the stack trace where a developer finds it and a user need not see it. */
    private static String details(Exception exception) {
        StringWriter trace = new StringWriter();
        exception.printStackTrace(new PrintWriter(trace));
        try {
            Path file = Files.createTempFile(Cli.NAME + "-error-", ".txt");
            Files.writeString(file, trace.toString());
            return "please report it with " + file;
        } catch (IOException e) {
            return "please report it";
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
