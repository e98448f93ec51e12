package cloud.kontinue.metrics.conformance.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReferenceSubjectTest {

    private final Path folder;

    ReferenceSubjectTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void runsTheJarAsAProcessOfItsOwn() throws Exception {
        Subject subject = new ReferenceSubject(jar());
        try (RunningWorker worker = subject.start(Assignments.withAddress(":9090"))) {
            await().atMost(Duration.ofSeconds(30)).until(() -> worker.exit().isPresent());

            assertThat(worker.exit().orElseThrow().status()).hasValue(5);
            assertThat(worker.output()).isEqualTo("ns-a :9090");
        }
    }

    @Test
    void hasTheDigestOfTheJar() throws IOException {
        Path jar = Files.writeString(folder.resolve("reference-exporter.jar"), "abc");

        assertThat(new ReferenceSubject(jar).digest())
                .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private Path jar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Program.class.getName());
        String classFile = Program.class.getName().replace('.', '/') + ".class";
        Path jar = folder.resolve("reference-exporter.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file, manifest);
                InputStream code = Objects.requireNonNull(Program.class.getResourceAsStream("/" + classFile))) {
            entries.putNextEntry(new JarEntry(classFile));
            code.transferTo(entries);
        }
        return jar;
    }

    /** Says what it was given and ends. */
    static final class Program {

        private Program() {}

        public static void main(String[] args) {
            System.out.println(
                    System.getenv("KONTINUE_NAMESPACE") + " " + System.getenv("KONTINUE_METRICS_BIND_ADDRESS"));
            System.exit(5);
        }
    }
}
