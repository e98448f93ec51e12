package cloud.kontinue.metrics.conformance.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandSubjectTest {

    private static final String SHA_256_OF_ABC =
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final Path folder;

    CommandSubjectTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void hasTheDigestOfItsProgram() throws IOException {
        Path program = Files.writeString(folder.resolve("worker"), "abc");
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(new CommandSubject("mine", program + " --verbose").digest()).isEqualTo(SHA_256_OF_ABC);
    }

    @Test
    void hasAnotherDigestWhereAScriptThatItsProgramIsGivenHasChanged() throws IOException {
        Path script = Files.writeString(folder.resolve("worker.sh"), "one");
        Subject subject = new CommandSubject("mine", "sh " + script);
        String before = subject.digest();

        Files.writeString(script, "two");

        assertThat(subject.digest()).isNotEqualTo(before);
    }

    @Test
    void hasTheDigestOfItselfWhereItNamesNoFile() {
        assertThat(new CommandSubject("mine", "(abc)").digest())
                .isEqualTo(new CommandSubject("other", "(abc)").digest())
                .isNotEqualTo(new CommandSubject("mine", "(abd)").digest());
    }
}
