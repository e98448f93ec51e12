package cloud.kontinue.metrics.conformance.recording;

/**
 * The API server answered a request of a worker.
 *
 * @param span from the request's arrival to the end of its answer
 * @param identity whose token it carried
 * @param verb {@code get}, {@code list}, {@code watch}, {@code create}, {@code update}, {@code patch}, {@code delete}
 * @param resource {@code executions}, {@code executions/status} or another
 * @param namespace empty for the whole cluster
 * @param query the raw query, such as {@code limit=500&continue=…}
 * @param resourceVersion of the list that was answered; empty where there is none
 */
public record ApiRequestSeen(
        Span span,
        String identity,
        String verb,
        String resource,
        String namespace,
        String query,
        int status,
        String resourceVersion)
        implements Event {

    @Override
    public long at() {
        return span.to();
    }
}
