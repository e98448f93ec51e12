package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.report.CatalogueTable;
import cloud.kontinue.metrics.conformance.requirement.Catalogue;
import cloud.kontinue.metrics.conformance.requirement.Requirement;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the catalogue. */
@Command(name = "list", description = "Shows the catalogue of requirements.", mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {

    /** What the table is written in. */
    enum Format {
        TEXT,
        MARKDOWN,
        JSON
    }

    @Option(names = "--format", paramLabel = "text|markdown|json", description = "What to write; default: text.")
    private Format format = Format.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        List<Requirement> all = Catalogue.all();
        String table =
                switch (format) {
                    case TEXT -> CatalogueTable.text(all);
                    case MARKDOWN -> CatalogueTable.markdown(all);
                    case JSON -> CatalogueTable.json(all);
                };
        spec.commandLine().getOut().print(table);
        spec.commandLine().getOut().flush();
    }
}
