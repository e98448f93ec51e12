package cloud.kontinue.metrics.conformance.recording;

import java.util.List;

/** The listening TCP sockets of a worker's process tree or pod, as {@code host:port}. */
public record SocketsListed(long at, String worker, List<String> listeners) implements Event {

    public SocketsListed {
        listeners = List.copyOf(listeners);
    }
}
