package cloud.kontinue.metrics.conformance.worker;

import cloud.kontinue.metrics.conformance.worker.RunningWorker.Listener;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A worker in this JVM that was started; sockets that were opened since then are taken for its own. */
final class ObjectWorker implements RunningWorker {

    static final Duration START_BOUND = Duration.ofSeconds(30);
    private static final Duration CLOSE_BOUND = Duration.ofSeconds(5);

    private final AutoCloseable worker;
    private final String name;
    private final Optional<Map<Long, Listener>> before;

    private boolean ended;
    private String output = "";

    private ObjectWorker(AutoCloseable worker, String name, Optional<Map<Long, Listener>> before) {
        this.worker = worker;
        this.name = name;
        this.before = before;
    }

    /** Takes one that runs, and the sockets that this JVM listened on before it did. */
    static ObjectWorker running(AutoCloseable worker, String name, Optional<Map<Long, Listener>> before) {
        return new ObjectWorker(worker, name, before);
    }

    /** Takes one that failed to start. */
    static ObjectWorker ended(Exception failure) {
        ObjectWorker worker = new ObjectWorker(() -> {}, "", Optional.of(Map.of()));
        worker.ended = true;
        worker.output = Printable.of(String.valueOf(failure.getMessage()));
        return worker;
    }

    @Override
    public String kind() {
        return "object";
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
    public synchronized Optional<Exit> exit() {
        return ended ? Optional.of(new Exit(OptionalInt.empty())) : Optional.empty();
    }

    @Override
    public synchronized String output() {
        return output;
    }

    @Override
    public synchronized Optional<List<Listener>> listeners() {
        if (ended) {
            return Optional.of(List.of());
        }
        return before.flatMap(old -> ListeningSockets.ofThisJvm().map(now -> {
            Map<Long, Listener> opened = new HashMap<>(now);
            opened.keySet().removeAll(old.keySet());
            return opened.values().stream().distinct().toList();
        }));
    }

    /** Closes the object; one that does not end within the grace is given up. */
    @Override
    public synchronized Exit stop(Duration grace) {
        if (!ended) {
            ended = true;
            output = closed(grace);
        }
        return new Exit(OptionalInt.empty());
    }

    @Override
    public void close() {
        stop(CLOSE_BOUND);
    }

    private String closed(Duration grace) {
        try {
            return Bounded.call(
                    () -> {
                        worker.close();
                        return "";
                    },
                    grace,
                    "end of " + name);
        } catch (Bounded.LateException late) {
            return "its close() did not return within " + grace.toSeconds() + " s";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "interrupted while it was closing";
        } catch (Exception failed) {
            return Printable.of("its close() failed: " + failed.getMessage());
        }
    }
}
