package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.report.Matrix;
import cloud.kontinue.metrics.conformance.report.ReportFile;
import cloud.kontinue.metrics.conformance.report.ReportFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets several reports side by side. */
@Command(
        name = "matrix",
        description = "Shows several reports as one page: workers beside requirements.",
        mixinStandardHelpOptions = true)
final class MatrixCommand implements Runnable {

    /** What the page is written in. */
    enum Format {
        MARKDOWN,
        HTML
    }

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Output folders of runs.")
    private List<Path> folders = List.of();

    @Option(names = "--format", paramLabel = "markdown|html", description = "What to write; default: markdown.")
    private Format format = Format.MARKDOWN;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write; default: standard output.")
    private Optional<Path> output = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        Matrix matrix = Matrix.of(reports());
        String page = format == Format.HTML ? matrix.html() : matrix.markdown();
        if (output.isPresent()) {
            write(output.get(), page);
        } else {
            spec.commandLine().getOut().print(page);
            spec.commandLine().getOut().flush();
        }
    }

    private List<ReportFile> reports() {
        List<ReportFile> reports = new ArrayList<>();
        for (Path folder : folders) {
            try {
                reports.add(ReportFile.read(folder));
            } catch (ReportFileException e) {
                throw UserError.of(e);
            }
        }
        return reports;
    }

    private static void write(Path file, String page) {
        try {
            Files.write(file, page.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UserError("cannot write " + file + ": expected a file in an existing, writable folder", e);
        }
    }
}
