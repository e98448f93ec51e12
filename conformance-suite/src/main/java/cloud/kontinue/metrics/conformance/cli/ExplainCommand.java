package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.report.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains one requirement. */
@Command(
        name = "explain",
        description = "Explains a requirement: its sentence of the page, how it is read and judged, what to check.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Runnable {

    @Parameters(paramLabel = "ID", description = "The requirement, such as S4.")
    private String id = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().getOut().print(Explanation.of(Selection.requirement(id)));
        spec.commandLine().getOut().flush();
    }
}
