package cloud.kontinue.metrics.conformance.prometheus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Prometheus binary of this host, started anew for a run with a configuration and a storage of its own. */
public final class PrometheusBinary implements PrometheusSource {

    private final ProbedBinary binary;

    PrometheusBinary(ProbedBinary binary) {
        this.binary = binary;
    }

    /**
     * Takes an executable file.
     *
     * @throws PrometheusStartException if it is no Prometheus
     */
    public static PrometheusBinary of(Path file) throws PrometheusStartException {
        return new PrometheusBinary(ProbedBinary.of(file));
    }

    /** Returns whether it can run the documented job. */
    public boolean knowsDiscovery() {
        return binary.knowsDiscovery();
    }

    @Override
    public Prometheus start(ScrapePlan plan) throws PrometheusStartException {
        String configuration =
                binary.knowsDiscovery() ? ScrapeConfiguration.discovering(plan) : ScrapeConfiguration.byAddress(plan);
        try {
            return start(configuration, Files.createTempDirectory("kontinue-prometheus"));
        } catch (IOException failed) {
            throw new PrometheusStartException(
                    "Prometheus '" + binary.file() + "' could not be started: " + failed.getMessage());
        }
    }

    private Prometheus start(String configuration, Path folder) throws IOException, PrometheusStartException {
        boolean started = false;
        try {
            Path file = Files.writeString(folder.resolve("prometheus.yml"), configuration);
            Path log = folder.resolve("prometheus.log");
            Process process = new ProcessBuilder(List.of(
                            binary.file().toString(),
                            "--config.file=" + file,
                            "--storage.tsdb.path=" + folder.resolve("data"),
                            "--web.listen-address=127.0.0.1:0"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            LocalPrometheus prometheus =
                    LocalPrometheus.await(process, folder, new PrometheusLog(log), binary, configuration);
            started = true;
            return prometheus;
        } finally {
            if (!started) {
                TemporaryFolder.delete(folder);
            }
        }
    }
}
