package cloud.kontinue.metrics.conformance.worker;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A worker that was started, whether or not it still runs. */
public interface RunningWorker extends AutoCloseable {

    /** Returns the kind: {@code process}, {@code pod}, {@code url} or {@code object}. */
    String kind();

    /** Returns where its metrics would be on a port of the host or pod, path {@code /metrics} included. */
    URI metrics(int port);

    /** Returns the same from another address of the host, where a wildcard bind must answer; empty where none is known. */
    Optional<URI> metricsOnOtherAddress(int port);

    /** Returns how it ended; empty while it runs. */
    Optional<Exit> exit();

    /** Returns the last lines that it wrote to its standard output and error, at most 40. */
    String output();

    /** Returns the TCP sockets that its process tree or pod listens on; empty where they cannot be seen. */
    Optional<List<Listener>> listeners();

    /** Asks it to end, then makes it; returns once it has ended. */
    Exit stop(Duration grace);

    /** Makes it end at once; never throws. */
    @Override
    void close();

    /** How it ended; the status is empty where there is none to know. */
    record Exit(OptionalInt status) {}

    /** A listening socket; {@code host} is an address without brackets, {@code 0.0.0.0} or {@code ::} for all. */
    record Listener(String host, int port) {

        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }
}
