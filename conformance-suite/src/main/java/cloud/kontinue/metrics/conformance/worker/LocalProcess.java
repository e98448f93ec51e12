package cloud.kontinue.metrics.conformance.worker;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A worker that is a process of this host; it runs as long as any process that came of it. */
final class LocalProcess implements RunningWorker {

    /** Marks all that a worker starts, so that it can be found when its parents have ended. */
    private static final String MARK = "KONTINUE_CONFORMANCE_PROCESS";

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Process process;
    private final ProcessTree tree;
    private final OutputTail output;
    private final Thread endWithUs;
    private volatile Optional<Exit> exit = Optional.empty();

    private LocalProcess(Process process, ProcessTree tree, OutputTail output) {
        this.process = process;
        this.tree = tree;
        this.output = output;
        endWithUs = new Thread(tree::kill, "end of worker process " + process.pid());
    }

    /**
     * Starts it with the environment of this JVM and its assignment, and with nothing on its standard input.
     *
     * @throws WorkerStartException if the operating system refuses
     */
    static LocalProcess start(List<String> command, Assignment assignment) throws WorkerStartException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        WorkerEnvironment.apply(assignment, environment);
        String id = UUID.randomUUID().toString();
        environment.put(MARK, id);
        Process process = start(builder);
        OutputTail output = new OutputTail(process.getInputStream(), assignment.worker());
        LocalProcess worker = new LocalProcess(process, new ProcessTree(process, MARK + "=" + id), output);
        worker.endWithThisJvm();
        return worker;
    }

    private static Process start(ProcessBuilder builder) throws WorkerStartException {
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException refused) {
            throw new WorkerStartException("worker process could not be started: " + refused.getMessage());
        }
    }

    @Override
    public String kind() {
        return "process";
    }

    @Override
    public URI metrics(int port) {
        return LocalAddresses.loopback(port);
    }

    @Override
    public Optional<URI> metricsOnOtherAddress(int port) {
        return LocalAddresses.other(port);
    }

    @Override
    public Optional<Exit> exit() {
        if (exit.isEmpty() && !process.isAlive() && !tree.isRunning()) {
            exit = Optional.of(ended());
        }
        return exit;
    }

    @Override
    public String output() {
        return output.text();
    }

    @Override
    public Optional<List<Listener>> listeners() {
        return ListeningSockets.of(
                        tree.running().stream().map(ProcessHandle::pid).toList())
                .map(sockets -> sockets.values().stream().distinct().toList());
    }

    @Override
    public Exit stop(Duration grace) {
        tree.end(grace);
        return exit().orElseGet(this::ended);
    }

    @Override
    public void close() {
        tree.kill();
        if (exit().isEmpty()) {
            forgetThisJvm();
        }
    }

    /** Without a status where not even a kill has ended it in time. */
    private Exit ended() {
        output.awaitEnd(LAST_WORDS);
        forgetThisJvm();
        try {
            return new Exit(
                    process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
                            ? OptionalInt.of(process.exitValue())
                            : OptionalInt.empty());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Exit(OptionalInt.empty());
        }
    }

    private void endWithThisJvm() {
        try {
            Runtime.getRuntime().addShutdownHook(endWithUs);
        } catch (IllegalStateException endsAlready) {
            tree.kill();
        }
    }

    private void forgetThisJvm() {
        try {
            Runtime.getRuntime().removeShutdownHook(endWithUs);
        } catch (IllegalStateException endsAlready) {
            // The hook runs, or has run, and does what is left to do.
        }
    }
}
