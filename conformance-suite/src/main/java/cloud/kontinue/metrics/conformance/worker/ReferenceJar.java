package cloud.kontinue.metrics.conformance.worker;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the reference worker's jar is. */
final class ReferenceJar {

    /** The system property that names the jar. */
    static final String PROPERTY = "kontinue.reference.jar";

    private static final String FILE = "reference-exporter.jar";
    private static final Path IN_REPOSITORY = Path.of("reference-exporter", "target", FILE);
    private static final int LEVELS_TO_REPOSITORY = 3;

    private ReferenceJar() {}

    /**
     * Returns the jar: the one that the property names, else the one beside the suite's jar, else the one that was
     * built in the repository that the suite's classes are part of.
     *
     * @throws WorkerStartException if there is none
     */
    static Path find(Optional<String> named, Optional<Path> suite) throws WorkerStartException {
        if (named.isPresent()) {
            Path jar = Path.of(named.get());
            if (Files.isRegularFile(jar)) {
                return jar;
            }
            throw new WorkerStartException("reference worker not found: expected the jar that -D" + PROPERTY
                    + " names, found no file '" + named.get() + "'; correct the property");
        }
        return suite.stream()
                .flatMap(ReferenceJar::candidates)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new WorkerStartException("reference worker not found: expected " + FILE
                        + " beside the suite's jar or built as " + IN_REPOSITORY
                        + "; build it with 'mvn package' or name it with -D" + PROPERTY + "=FILE"));
    }

    /** Returns the jar or folder that the suite's classes come from; empty where they come from elsewhere. */
    static Optional<Path> suite() {
        CodeSource source = ReferenceJar.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException noFile) {
            return Optional.empty();
        }
    }

    private static Stream<Path> candidates(Path suite) {
        return Stream.concat(
                Stream.of(suite.resolveSibling(FILE)),
                Stream.iterate(suite.toAbsolutePath(), path -> path != null, Path::getParent)
                        .limit(LEVELS_TO_REPOSITORY + 1L)
                        .map(folder -> folder.resolve(IN_REPOSITORY)));
    }
}
