package cloud.kontinue.metrics.conformance.prometheus;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Prometheus that runs as a process of ours. */
final class LocalPrometheus implements Prometheus {

    /** For its port, and again for its being ready. */
    private static final Duration READY_BOUND = Duration.ofSeconds(10);

    private static final long POLL_MILLIS = 20;
    private static final long GRACE_SECONDS = 5;

    private final Process process;
    private final Path folder;
    private final ProbedBinary binary;
    private final String configuration;
    private final PrometheusApi api;
    private final AtShutdown endWithUs;

    private LocalPrometheus(
            Process process, Path folder, ProbedBinary binary, String configuration, PrometheusApi api) {
        this.process = process;
        this.folder = folder;
        this.binary = binary;
        this.configuration = configuration;
        this.api = api;
        endWithUs = AtShutdown.run("end of Prometheus " + process.pid(), this::end);
    }

    /**
     * Waits until it is ready.
     *
     * @throws PrometheusStartException if it ends before, or is not ready in time; then it has been ended
     */
    static LocalPrometheus await(
            Process process, Path folder, PrometheusLog log, ProbedBinary binary, String configuration)
            throws PrometheusStartException {
        boolean ready = false;
        AtShutdown whileStarting =
                AtShutdown.run("end of starting Prometheus " + process.pid(), () -> abandon(process, folder));
        try {
            PrometheusApi api = new PrometheusApi(URI.create("http://127.0.0.1:" + port(process, log, binary)));
            awaitReady(process, api, log, binary);
            ready = true;
            return new LocalPrometheus(process, folder, binary, configuration, api);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PrometheusStartException("interrupted while Prometheus was starting");
        } finally {
            whileStarting.close();
            if (!ready) {
                process.destroyForcibly();
            }
        }
    }

    @Override
    public String version() {
        return binary.version();
    }

    @Override
    public boolean discovers() {
        return binary.knowsDiscovery();
    }

    @Override
    public String configuration() {
        return configuration;
    }

    @Override
    public Answer ask(String path) {
        return api.ask(path);
    }

    @Override
    public void close() {
        end();
        endWithUs.close();
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        TemporaryFolder.delete(folder);
    }

    private static void abandon(Process process, Path folder) {
        process.destroyForcibly()
                .onExit()
                .completeOnTimeout(process, 1, TimeUnit.SECONDS)
                .join();
        TemporaryFolder.delete(folder);
    }

    private static int port(Process process, PrometheusLog log, ProbedBinary binary)
            throws PrometheusStartException, InterruptedException {
        long begin = System.nanoTime();
        Optional<Integer> port = log.port();
        while (port.isEmpty()) {
            pause(process, log, binary, begin);
            port = log.port();
        }
        return port.get();
    }

    private static void awaitReady(Process process, PrometheusApi api, PrometheusLog log, ProbedBinary binary)
            throws PrometheusStartException, InterruptedException {
        long begin = System.nanoTime();
        while (!api.isReady()) {
            pause(process, log, binary, begin);
        }
    }

    private static void pause(Process process, PrometheusLog log, ProbedBinary binary, long begin)
            throws PrometheusStartException, InterruptedException {
        if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new PrometheusStartException("Prometheus '" + binary.file() + "' ended at its start with status "
                    + process.exitValue() + ": " + log.complaint());
        }
        if (System.nanoTime() - begin > READY_BOUND.toNanos()) {
            throw new PrometheusStartException("Prometheus '" + binary.file() + "' is not ready after "
                    + READY_BOUND.toSeconds() + " s: " + log.complaint());
        }
    }
}
