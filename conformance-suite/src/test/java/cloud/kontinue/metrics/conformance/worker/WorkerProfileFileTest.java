package cloud.kontinue.metrics.conformance.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerProfileFileTest {

    @Test
    void readsEveryKeyOfTheExampleInTheDocumentation() throws Exception {
        Matcher example =
                Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(documentation()));
        assertThat(example.find()).isTrue();

        WorkerProfileFile file = WorkerProfileFile.parse("p.yaml", example.group(1));

        assertThat(file.name()).contains("my worker");
        assertThat(file.profile().functions())
                .isEqualTo(Map.of(
                        "conformance-succeed",
                        "echo",
                        "conformance-fail",
                        "always-fails",
                        "conformance-sleep",
                        "sleep"));
        assertThat(file.profile().function("conformance-suspend")).isEmpty();
        assertThat(file.profile().ownerField()).contains("status.owner");
        assertThat(file.profile().ready()).isEqualTo(Duration.ofSeconds(60));
        assertThat(file.profile().namespace()).contains("workers");
        assertThat(file.profile().group()).contains("my-worker-group");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "---\n", "# nothing\n", "{}"})
    void takesTheDefaultsForWhatAFileDoesNotSay(String text) throws Exception {
        WorkerProfileFile file = WorkerProfileFile.parse("p.yaml", text);

        assertThat(file.name()).isEmpty();
        assertThat(file.profile()).isEqualTo(WorkerProfile.defaults());
    }

    @Test
    void keepsTheContractsNameOfAFunctionThatIsNotMapped() throws Exception {
        WorkerProfile profile = WorkerProfileFile.parse(
                        "p.yaml", "functions: {conformance-sleep: nap, conformance-fail: ''}")
                .profile();

        assertThat(profile.function("conformance-succeed")).contains("conformance-succeed");
        assertThat(profile.function("conformance-sleep")).contains("nap");
        assertThat(profile.function("conformance-fail")).isEmpty();
    }

    @Test
    void knowsAWorkerThatWritesNoOwner() throws Exception {
        WorkerProfile profile =
                WorkerProfileFile.parse("p.yaml", "ownerField: none").profile();

        assertThat(profile.ownerField()).isEmpty();
    }

    @Test
    void takesFractionsOfASecond() throws Exception {
        WorkerProfile profile =
                WorkerProfileFile.parse("p.yaml", "readySeconds: 2.5").profile();

        assertThat(profile.ready()).isEqualTo(Duration.ofMillis(2500));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "owner: status.worker | worker profile 'p.yaml': unknown key 'owner': must be one of name, functions,"
                        + " ownerField, readySeconds, namespace, group",
                "functions: {conformance-nap: nap} | worker profile 'p.yaml': unknown key 'functions.conformance-nap': must"
                        + " be one of conformance-succeed, conformance-fail, conformance-sleep, conformance-suspend",
                "functions: [a] | worker profile 'p.yaml': invalid functions [\"a\"]: must be a mapping from the contract's"
                        + " functions to the worker's own",
                "functions: {conformance-sleep: 5} | worker profile 'p.yaml': invalid functions.conformance-sleep 5: must be"
                        + " the worker's own name as text, or nothing if it lacks it",
                "readySeconds: soon | worker profile 'p.yaml': invalid readySeconds \"soon\": must be a number of seconds,"
                        + " more than 0 and at most 600",
                "readySeconds: 0 | worker profile 'p.yaml': invalid readySeconds 0: must be a number of seconds, more than 0"
                        + " and at most 600",
                "readySeconds: .nan | worker profile 'p.yaml': invalid readySeconds \"NaN\": must be a number of seconds,"
                        + " more than 0 and at most 600",
                "namespace: 5 | worker profile 'p.yaml': invalid namespace 5: must be text, in quotes where YAML would read"
                        + " it as something else",
                "namespace: My_Space | worker profile 'p.yaml': invalid namespace \"My_Space\": must be the name of a"
                        + " namespace",
                "group: a b | worker profile 'p.yaml': invalid group \"a b\": must be a valid label value",
                "ownerField: $.status | worker profile 'p.yaml': invalid ownerField \"$.status\": must be a path such as"
                        + " status.worker, or none",
                "ownerField: | worker profile 'p.yaml': invalid ownerField null: must be text, in quotes where YAML would"
                        + " read it as something else",
                "[a, b] | worker profile 'p.yaml': invalid the file [\"a\",\"b\"]: must be a mapping of keys to values",
            })
    void saysInOneLineWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> WorkerProfileFile.parse("p.yaml", text))
                .isInstanceOf(WorkerProfileException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"group: a\ngroup: b\n", "name: [unclosed\n", "\tname: x\n", "functions: {a: b\n"})
    void saysInOneLineWhereAFileIsNoYaml(String text) {
        assertThatThrownBy(() -> WorkerProfileFile.parse("p.yaml", text))
                .isInstanceOf(WorkerProfileException.class)
                .hasMessageMatching("worker profile 'p\\.yaml' is no YAML: [^\n]+ \\(line \\d+\\)");
    }

    @Test
    void namesAFileThatIsNotThere(@TempDir Path folder) {
        Path file = folder.resolve("profile.yaml");

        assertThatThrownBy(() -> WorkerProfileFile.read(file))
                .isInstanceOf(WorkerProfileException.class)
                .hasMessage("worker profile '" + file + "' not found: expected a YAML file; correct --worker-profile");
    }

    @Test
    void refusesAFileThatIsNoText(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("profile.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> WorkerProfileFile.read(file))
                .isInstanceOf(WorkerProfileException.class)
                .hasMessageStartingWith("worker profile '" + file + "' cannot be read: expected text in UTF-8");
    }

    /** Tests run in the module's folder, or in the repository's. */
    private static Path documentation() {
        Path page = Path.of("docs", "worker-profile.md");
        return Files.exists(page) ? page : Path.of("conformance-suite").resolve(page);
    }
}
