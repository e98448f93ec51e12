package cloud.kontinue.metrics.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.judge.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {

    private final Path folder;

    ReportFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void writesEveryFileAndNothingElse() throws Exception {
        ReportFolder.write(Samples.everyKind(), folder.resolve("out"));

        assertThat(names(folder.resolve("out")))
                .containsExactlyInAnyOrder(
                        "report.json", "report.html", "junit.xml", "summary.md", "badge.json", "report.schema.json");
    }

    @Test
    void replacesAnEarlierReport() throws Exception {
        ReportFolder.write(Samples.everyKind(), folder);

        ReportFolder.write(Samples.report(Result.INCONCLUSIVE), folder);

        assertThat(ReportFile.read(folder).result()).isEqualTo("inconclusive");
    }

    @Test
    void clearsOnlyWhatIsItsOwn() throws Exception {
        ReportFolder.write(Samples.everyKind(), folder);
        Files.writeString(folder.resolve("notes.txt"), "the user's");
        Files.createDirectory(folder.resolve("recording"));

        ReportFolder.clear(folder);

        assertThat(names(folder)).containsExactlyInAnyOrder("notes.txt", "recording");
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
