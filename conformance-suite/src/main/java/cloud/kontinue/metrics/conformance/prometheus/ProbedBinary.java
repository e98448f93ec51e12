package cloud.kontinue.metrics.conformance.prometheus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Prometheus binary of this host and what it can do.
 *
 * @param version such as {@code 3.5.3}
 * @param knowsDiscovery whether it was built with Kubernetes discovery
 */
record ProbedBinary(Path file, String version, boolean knowsDiscovery) {

    private static final Pattern VERSION = Pattern.compile("prometheus, version (\\S+)");
    private static final String LACKS_DISCOVERY = "field kubernetes_sd_configs not found";
    private static final long ANSWER_SECONDS = 10;

    /** No Prometheus accepts it, but only one without the discovery stumbles over the key instead of the role. */
    private static final String REFUSED_CONFIGURATION = """
            scrape_configs:
              - job_name: probe
                kubernetes_sd_configs:
                  - role: none
            """;

    /**
     * Asks a binary.
     *
     * @throws PrometheusStartException if it is no Prometheus
     */
    static ProbedBinary of(Path file) throws PrometheusStartException {
        if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
            throw new PrometheusStartException("Prometheus not found: expected an executable file, found none at '"
                    + file + "'; correct --prometheus binary=PATH");
        }
        try {
            Matcher version = VERSION.matcher(output(List.of(file.toString(), "--version")));
            if (!version.find()) {
                throw new PrometheusStartException(
                        "no Prometheus: expected '" + file
                                + " --version' to tell 'prometheus, version …', which it does not; correct --prometheus binary=PATH");
            }
            return new ProbedBinary(file, version.group(1), knowsDiscovery(file));
        } catch (IOException refused) {
            throw new PrometheusStartException(
                    "Prometheus '" + file + "' could not be started: " + refused.getMessage());
        }
    }

    private static boolean knowsDiscovery(Path file) throws IOException {
        Path folder = Files.createTempDirectory("kontinue-prometheus-probe");
        try {
            Path configuration = Files.writeString(folder.resolve("probe.yml"), REFUSED_CONFIGURATION);
            return !output(List.of(
                            file.toString(),
                            "--config.file=" + configuration,
                            "--storage.tsdb.path=" + folder.resolve("data"),
                            "--web.listen-address=127.0.0.1:0"))
                    .contains(LACKS_DISCOVERY);
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        Thread bound = new Thread(() -> killLate(process), "bound of " + command.get(0));
        bound.setDaemon(true);
        bound.start();
        try (InputStream output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
            bound.interrupt();
        }
    }

    private static void killLate(Process process) {
        try {
            if (!process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS)) {
                process.toHandle().destroyForcibly();
            }
        } catch (InterruptedException notNeeded) {
            Thread.currentThread().interrupt();
        }
    }
}
