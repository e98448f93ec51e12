package cloud.kontinue.metrics.conformance.prometheus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Prometheus binaries that this host has to test with. */
final class Binaries {

    /** Folders to look in before {@code PATH}, as in a path list. */
    private static final String PROPERTY = "prometheus.binaries";

    private static final String VARIABLE = "PROMETHEUS_BINARIES";
    private static final List<String> NAMES = List.of("prometheus", "prometheus-2", "prometheus-3");

    private Binaries() {}

    static final String NONE =
            "no Prometheus binary: put prometheus, prometheus-2 or prometheus-3 on PATH or in a folder"
                    + " that PROMETHEUS_BINARIES names";

    /** Returns each binary once, whatever links lead to it. */
    static List<Path> all() {
        return folders()
                .flatMap(folder -> NAMES.stream().map(folder::resolve))
                .filter(Files::isExecutable)
                .map(Binaries::real)
                .distinct()
                .toList();
    }

    /** Returns promtool of the same build. */
    static Optional<Path> promtool(Path prometheus) {
        return Optional.of(prometheus.resolveSibling(
                        prometheus.getFileName().toString().replace("prometheus", "promtool")))
                .filter(Files::isExecutable);
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException gone) {
            return file;
        }
    }

    private static Stream<Path> folders() {
        return Stream.of(
                        Optional.ofNullable(System.getProperty(PROPERTY)),
                        Optional.ofNullable(System.getenv(VARIABLE)),
                        Optional.of(System.getProperty("user.home") + "/.cache/kontinue-local-images/bin"),
                        Optional.ofNullable(System.getenv("PATH")))
                .flatMap(Optional::stream)
                .flatMap(list -> Arrays.stream(list.split(":")))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
    }
}
