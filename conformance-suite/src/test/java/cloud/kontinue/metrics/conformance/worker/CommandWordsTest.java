package cloud.kontinue.metrics.conformance.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"worker", "  worker -v", "A=1 B_2='x' worker", "worker 'quoted word' | tee log"})
    void findsTheProgramThatACommandBeginsWith(String command) {
        assertThat(CommandWords.program(command)).contains("worker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'my worker' -v", "$WORKER", "(worker)", "{kubeconfig}", "\"$HOME\"/worker", "A=1"})
    void claimsNoProgramWhereTheShellHasToBeAsked(String command) {
        assertThat(CommandWords.program(command)).isEmpty();
    }

    @Test
    void findsTheProgramOnThePathAndTheFilesThatItIsGiven(@TempDir Path folder) throws IOException {
        Path program = Files.createFile(folder.resolve("run"));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Path script = Files.createFile(folder.resolve("worker.py"));

        List<Path> files = CommandWords.files("run " + script + " --flag " + folder, "/nonexistent:" + folder);

        assertThat(files).containsExactly(program, script);
    }

    @Test
    void namesAFileOnce(@TempDir Path folder) throws IOException {
        Path program = Files.createFile(folder.resolve("run"));
        assertThat(program.toFile().setExecutable(true)).isTrue();

        List<Path> files = CommandWords.files(program + " " + program, "");

        assertThat(files).containsExactly(program);
    }
}
