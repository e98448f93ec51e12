package cloud.kontinue.metrics.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One whole run of the command with no option, as on a user's first day. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunIT {

    private final Path folder;
    private final Console run;

    RunIT(@TempDir Path folder) {
        this.folder = folder;
        run = Console.run("run", "--output", folder.toString());
    }

    @Test
    void theReferenceWorkerConforms() {
        assertThat(run.out()).containsPattern("reference worker: (CONFORMING|PARTIAL)");
        assertThat(run.status()).isZero();
    }

    @Test
    void itsReportIsValidAgainstTheSchemaBesideIt() throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(folder.resolve("report.schema.json")));

        var errors = schema.validate(Files.readString(folder.resolve("report.json")), InputFormat.JSON);

        assertThat(errors).isEmpty();
    }

    @Test
    void judgingItsRecordingGivesTheSameReportByteForByte(@TempDir Path again) {
        Console.run("judge", folder.resolve("recording").toString(), "--output", again.toString());

        assertThat(again.resolve("report.json")).hasSameBinaryContentAs(folder.resolve("report.json"));
    }

    @Test
    void theOutputFolderHoldsWhatIsDocumented() {
        assertThat(folder)
                .isDirectoryContaining("glob:**/report.json")
                .isDirectoryContaining("glob:**/report.html")
                .isDirectoryContaining("glob:**/junit.xml")
                .isDirectoryContaining("glob:**/summary.md")
                .isDirectoryContaining("glob:**/badge.json")
                .isDirectoryContaining("glob:**/recording");
    }
}
