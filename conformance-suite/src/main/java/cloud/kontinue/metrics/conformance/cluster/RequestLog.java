package cloud.kontinue.metrics.conformance.cluster;

import java.util.function.Consumer;

/** Tells of every request to the API server, once it was answered (a watch: once it began). */
public interface RequestLog {

    /** Calls the listener, from any thread, for every request from now on; the listener must be quick. */
    void listen(Consumer<SeenRequest> listener);

    /**
     * One request.
     *
     * @param fromNanoTime {@link System#nanoTime()} when it arrived
     * @param toNanoTime {@link System#nanoTime()} when its answer was complete
     * @param identity whose credentials it carried; empty for none or the run's own
     * @param verb as Kubernetes' audit log has it: {@code get}, {@code list}, {@code watch}, …
     * @param resource such as {@code executions} or {@code executions/status}
     * @param namespace empty for the whole cluster
     * @param query raw
     * @param resourceVersion of an answered list; else empty
     */
    record SeenRequest(
            long fromNanoTime,
            long toNanoTime,
            String identity,
            String verb,
            String resource,
            String namespace,
            String query,
            int status,
            String resourceVersion) {}
}
