package cloud.kontinue.metrics.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.kontinue.metrics.conformance.judge.Result;
import cloud.kontinue.metrics.conformance.requirement.Section;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixTest {

    private final Path folder;

    MatrixTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void setsWorkersBesideRequirements() throws Exception {
        ReportFile broken = written("broken", Samples.everyKind());
        ReportFile good = written("good", Samples.report(Result.CONFORMING, Samples.conforms("S4", Section.STATES)));

        String markdown = Matrix.of(List.of(broken, good)).markdown();

        assertThat(markdown).isEqualTo("""
                        # kontinue metrics: workers and requirements

                        | requirement | my-worker | my-worker |
                        |---|---|---|
                        | result | nonconforming | conforming |
                        | E1 · title of E1 | conforms | – |
                        | S4 · title of S4 | violates | conforms |
                        | P1 · title of P1 | not-verified | – |
                        | P6 · title of P6 | not-applicable | – |
                        """);
    }

    @Test
    void showsNoMarkupOfAWorkers() throws Exception {
        ReportFile hostile = written("hostile", Samples.hostile());

        String html = Matrix.of(List.of(hostile)).html();

        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;").contains("class=\"violates\"");
    }

    @Test
    void saysWhereAReportIsMissing() {
        assertThatThrownBy(() -> ReportFile.read(folder))
                .isInstanceOf(ReportFileException.class)
                .hasMessageContaining("no report.json at " + folder);
    }

    @Test
    void refusesAReportOfAnotherVersion() throws Exception {
        Path file = Files.writeString(folder.resolve("report.json"), "{\"schemaVersion\": 2}");

        assertThatThrownBy(() -> ReportFile.read(file))
                .isInstanceOf(ReportFileException.class)
                .hasMessageContaining("expected schemaVersion 1, found 2");
    }

    @Test
    void refusesWhatIsNoJson() throws Exception {
        Path file = Files.writeString(folder.resolve("report.json"), "<html>");

        assertThatThrownBy(() -> ReportFile.read(file))
                .isInstanceOf(ReportFileException.class)
                .hasMessageContaining("cannot read " + file);
    }

    private ReportFile written(String name, Report report) throws Exception {
        ReportFolder.write(report, folder.resolve(name));
        return ReportFile.read(folder.resolve(name));
    }
}
