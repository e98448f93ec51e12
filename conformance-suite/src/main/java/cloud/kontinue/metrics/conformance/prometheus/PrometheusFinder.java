package cloud.kontinue.metrics.conformance.prometheus;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the Prometheus that a user asks for by {@code auto}, {@code container}, {@code binary[=PATH]}, a URL or {@code none}. */
public final class PrometheusFinder {

    /** What is not verified without the discovery, and why. */
    static final String NO_DISCOVERY =
            "this Prometheus was built without Kubernetes discovery: P1–P3 and P6 are not verified";

    private static final String WITHOUT = "P1–P6 and C9 are not verified";
    private static final String PROGRAM = "prometheus";
    private static final String BINARY = "binary";

    private final String pathList;
    private final ContainerPrometheus container;

    /**
     * Takes where to look.
     *
     * @param pathList folders as in the environment variable {@code PATH}
     */
    public PrometheusFinder(String pathList, ContainerPrometheus container) {
        this.pathList = pathList;
        this.container = container;
    }

    /**
     * Finds it.
     *
     * @throws PrometheusStartException if the option is invalid, or what it asks for by name is not there
     */
    public PrometheusChoice find(String option) throws PrometheusStartException {
        if (option.equals("auto")) {
            return automatically();
        }
        if (option.equals("none")) {
            return new PrometheusChoice.Without("no Prometheus was wanted: " + WITHOUT);
        }
        if (option.equals("container")) {
            return new PrometheusChoice.With(container.find(), "");
        }
        if (option.equals(BINARY)) {
            return best(onPath())
                    .orElseThrow(() -> new PrometheusStartException("Prometheus not found: expected a program '"
                            + PROGRAM + "' on PATH, found none; use --prometheus binary=PATH or none"));
        }
        if (option.startsWith(BINARY + "=")) {
            return choice(PrometheusBinary.of(path(option.substring(BINARY.length() + 1))));
        }
        if (option.startsWith("http://") || option.startsWith("https://")) {
            return at(option);
        }
        throw new PrometheusStartException(
                "Invalid --prometheus '" + option + "': must be auto, container, binary, binary=PATH, a URL or none");
    }

    private PrometheusChoice automatically() {
        Optional<PrometheusChoice> binary = best(onPath());
        if (binary.isPresent() && binary.get().shortcoming().isEmpty()) {
            return binary.get();
        }
        try {
            return new PrometheusChoice.With(container.find(), "");
        } catch (PrometheusStartException noContainer) {
            return binary.orElseGet(() -> new PrometheusChoice.Without("no Prometheus found: " + WITHOUT
                    + "; put a prometheus binary on PATH or name one with --prometheus"));
        }
    }

    private static Optional<PrometheusChoice> best(List<PrometheusBinary> binaries) {
        return binaries.stream()
                .filter(PrometheusBinary::knowsDiscovery)
                .findFirst()
                .or(() -> binaries.stream().findFirst())
                .map(PrometheusFinder::choice);
    }

    private static PrometheusChoice choice(PrometheusBinary binary) {
        return new PrometheusChoice.With(binary, binary.knowsDiscovery() ? "" : NO_DISCOVERY);
    }

    private static PrometheusChoice at(String url) throws PrometheusStartException {
        try {
            return new PrometheusChoice.With(new PrometheusUrl(url), "");
        } catch (IllegalArgumentException invalid) {
            throw new PrometheusStartException(String.valueOf(invalid.getMessage()));
        }
    }

    private static Path path(String text) throws PrometheusStartException {
        try {
            return Path.of(text);
        } catch (InvalidPathException invalid) {
            throw new PrometheusStartException("Invalid --prometheus binary path '" + text + "': must be a file");
        }
    }

    private List<PrometheusBinary> onPath() {
        return Arrays.stream(pathList.split(System.getProperty("path.separator"), -1))
                .filter(folder -> !folder.isEmpty())
                .map(PrometheusFinder::inFolder)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Something else of that name is passed over, as nobody asked for it. */
    private static Optional<PrometheusBinary> inFolder(String folder) {
        try {
            Path file = Path.of(folder, PROGRAM);
            return Files.isExecutable(file) ? Optional.of(PrometheusBinary.of(file)) : Optional.empty();
        } catch (InvalidPathException | PrometheusStartException other) {
            return Optional.empty();
        }
    }
}
