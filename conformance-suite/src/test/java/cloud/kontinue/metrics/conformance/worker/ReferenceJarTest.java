package cloud.kontinue.metrics.conformance.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceJarTest {

    private final Path folder;

    ReferenceJarTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void takesTheOneThatThePropertyNames() throws Exception {
        Path named = file("elsewhere/some.jar");
        Path suite = file("lib/suite.jar");
        file("lib/reference-exporter.jar");

        assertThat(ReferenceJar.find(Optional.of(named.toString()), Optional.of(suite)))
                .isEqualTo(named);
    }

    @Test
    void takesTheOneBesideTheSuite() throws Exception {
        Path suite = file("lib/suite.jar");
        Path beside = file("lib/reference-exporter.jar");

        assertThat(ReferenceJar.find(Optional.empty(), Optional.of(suite))).isEqualTo(beside);
    }

    @Test
    void takesTheOneBuiltInTheRepositoryForThePackagedSuite() throws Exception {
        Path suite = file("conformance-suite/target/suite.jar");
        Path built = file("reference-exporter/target/reference-exporter.jar");

        assertThat(ReferenceJar.find(Optional.empty(), Optional.of(suite))).isEqualTo(built);
    }

    @Test
    void takesTheOneBuiltInTheRepositoryForTheSuitesClasses() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("conformance-suite/target/classes"));
        Path built = file("reference-exporter/target/reference-exporter.jar");

        assertThat(ReferenceJar.find(Optional.empty(), Optional.of(classes))).isEqualTo(built);
    }

    @Test
    void saysHowToGetOneWhereThereIsNone() throws Exception {
        Path suite = file("lib/suite.jar");

        assertThatThrownBy(() -> ReferenceJar.find(Optional.empty(), Optional.of(suite)))
                .isInstanceOf(WorkerStartException.class)
                .hasMessage(
                        "reference worker not found: expected reference-exporter.jar beside the suite's jar or built as "
                                + Path.of("reference-exporter", "target", "reference-exporter.jar")
                                + "; build it with 'mvn package' or name it with -Dkontinue.reference.jar=FILE");
    }

    @Test
    void saysThatThePropertyNamesNoFile() {
        assertThatThrownBy(() -> ReferenceJar.find(Optional.of("/nowhere/x.jar"), Optional.empty()))
                .isInstanceOf(WorkerStartException.class)
                .hasMessage("reference worker not found: expected the jar that -Dkontinue.reference.jar names,"
                        + " found no file '/nowhere/x.jar'; correct the property");
    }

    private Path file(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.createFile(file);
    }
}
