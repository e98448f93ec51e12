package cloud.kontinue.metrics.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tries the launcher on a repository of two empty sources, with a Maven that only counts and copies. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final long BOUND_SECONDS = 60;

    private record Ended(int status, String out, String err) {}

    private final Path folder;
    private final Path repository;

    LauncherTest(@TempDir Path folder) {
        this.folder = folder;
        repository = folder.resolve("repository");
    }

    @BeforeEach
    void makeRepository() throws Exception {
        Files.createDirectory(repository);
        executable(Files.copy(repositoryFile("kontinue-conformance"), repository.resolve("kontinue-conformance")));
        for (String source :
                List.of("conformance-suite/src/main/Suite.java", "reference-exporter/src/main/Worker.java")) {
            Files.createDirectories(repository.resolve(source).getParent());
            Files.writeString(repository.resolve(source), "");
        }
        Files.writeString(repository.resolve("pom.xml"), "");
        jar(folder.resolve("echo.jar"));
        maven("""
                sleep 0.5
                mkdir -p conformance-suite/target reference-exporter/target
                cp '%1$s' conformance-suite/target/kontinue-conformance.jar
                cp '%1$s' reference-exporter/target/reference-exporter.jar
                """.formatted(folder.resolve("echo.jar")));
    }

    @Test
    void buildsWhatIsMissingAndPassesArgumentsOn() throws Exception {
        Ended ended = launch("run", "--only", "S4");

        assertThat(ended.out()).endsWith(" run --only S4\n");
        assertThat(ended.status()).isZero();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void doesNotBuildAgainWhatIsFresh() throws Exception {
        launch("first");

        Ended second = launch("second");

        assertThat(second.err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainBesideTheOldBuildWhenASourceChanged() throws Exception {
        Ended first = launch();
        Path source = repository.resolve("conformance-suite/src/main/Suite.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));

        Ended second = launch();

        assertThat(builds()).isEqualTo(2);
        assertThat(second.out()).isNotEqualTo(first.out());
        assertThat(repository.resolve("target/launcher").resolve(first.out().strip()))
                .isNotEmptyDirectory();
    }

    @Test
    void severalAtOnceBuildOnlyOnce() throws Exception {
        List<Process> launched = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            launched.add(start(repository.resolve("kontinue-conformance"), "run"));
        }

        List<Ended> ended = new ArrayList<>();
        for (Process process : launched) {
            ended.add(end(process));
        }

        assertThat(ended).extracting(Ended::status).containsOnly(0);
        assertThat(ended).extracting(Ended::out).containsOnly(ended.get(0).out());
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void worksThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("kc"), repository.resolve("kontinue-conformance"));

        assertThat(end(start(link, "list")).out()).endsWith(" list\n");
    }

    @Test
    void takesTheJarsThatMavenAlreadyBuilt() throws Exception {
        for (String module : List.of(
                "conformance-suite/target/kontinue-conformance", "reference-exporter/target/reference-exporter")) {
            Path jar = repository.resolve(module + ".jar");
            Files.createDirectories(jar.getParent());
            Files.copy(folder.resolve("echo.jar"), jar);
            Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(1)));
        }

        assertThat(launch("list").status()).isZero();
        assertThat(builds()).isZero();
    }

    @Test
    void aBuildThatFailsIsToldWithoutAStackTrace() throws Exception {
        maven("echo '[ERROR] Suite.java:[1,1] reached end of file'; exit 1\n");

        Ended ended = launch("run");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err())
                .contains("reached end of file", "kontinue-conformance: the build failed", "target/launcher/build.log");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void asksTheNetworkOnlyForWhatIsMissing() throws Exception {
        maven("""
                case " $* " in
                *' -o '*) echo '[ERROR] Cannot access central in offline mode'; exit 1 ;;
                esac
                mkdir -p conformance-suite/target reference-exporter/target
                cp '%1$s' conformance-suite/target/kontinue-conformance.jar
                cp '%1$s' reference-exporter/target/reference-exporter.jar
                """.formatted(folder.resolve("echo.jar")));

        assertThat(launch("run").status()).isZero();
        assertThat(builds()).isEqualTo(2);
    }

    private Ended launch(String... arguments) throws Exception {
        return end(start(repository.resolve("kontinue-conformance"), arguments));
    }

    private Process start(Path launcher, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("PATH", folder + File.pathSeparator + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    private static Ended end(Process process) throws Exception {
        try {
            assertThat(process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)).isTrue();
            return new Ended(
                    process.exitValue(),
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    private long builds() throws Exception {
        Path log = folder.resolve("builds.log");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    private void maven(String script) throws Exception {
        Path mvn = folder.resolve("mvn");
        Files.writeString(mvn, "#!/usr/bin/env bash\necho \"$*\" >>'" + folder.resolve("builds.log") + "'\n" + script);
        executable(mvn);
    }

    private static void executable(Path file) {
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void jar(Path file) throws Exception {
        String name = Echo.class.getName().replace('.', '/') + ".class";
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
        try (InputStream in = Objects.requireNonNull(Echo.class.getResourceAsStream("Echo.class"));
                OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new JarEntry(name));
            in.transferTo(jar);
        }
    }

    /** Tests run in the module's folder or in the repository's. */
    private static Path repositoryFile(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(path -> path.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
    }
}
