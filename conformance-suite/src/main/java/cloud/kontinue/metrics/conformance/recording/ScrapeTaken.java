package cloud.kontinue.metrics.conformance.recording;

/**
 * A worker's metrics were asked for.
 *
 * @param span from sending the request to having the whole answer, or the failure
 * @param purpose why
 * @param accept the Accept header that was sent
 */
public record ScrapeTaken(Span span, String worker, Purpose purpose, String url, String accept, Answer answer)
        implements Event {

    /** Why a scrape was taken. */
    public enum Purpose {
        /** One of the steady stream. */
        REGULAR,
        /** One of 16 at once. */
        BURST,
        /** Text asked for by name. */
        TEXT,
        /** With {@code Accept-Encoding: gzip}; the body is kept unpacked. */
        GZIP,
        /** OpenMetrics asked for. */
        OPENMETRICS,
        /** With the headers that Prometheus 2 sends. */
        AS_PROMETHEUS_2,
        /** With the headers that Prometheus 3 sends. */
        AS_PROMETHEUS_3,
        /** Another path than {@code /metrics}. */
        OTHER_PATH,
        /** Another address of the host than loopback's first: where a wildcard bind must answer. */
        OTHER_ADDRESS,
        /** An address that a bind to one host must not serve. */
        EXCLUDED_ADDRESS
    }

    /** What came back. */
    public sealed interface Answer permits Answered, Unanswered {}

    /**
     * An HTTP answer.
     *
     * @param contentType empty where the header is missing
     * @param contentEncoding empty where the header is missing
     * @param body unpacked; cut at {@link #MAX_BODY} bytes
     * @param cut whether there was more than the body holds
     */
    @SuppressWarnings("ArrayRecordComponent") // bodies are large and shared; nothing compares events
    public record Answered(int status, String contentType, String contentEncoding, byte[] body, boolean cut)
            implements Answer {}

    /** No answer: refused, reset, timed out or not HTTP. */
    public record Unanswered(Failure failure, String problem) implements Answer {}

    /** How an answer failed to come. */
    public enum Failure {
        REFUSED,
        TIMEOUT,
        OTHER
    }

    /** The largest body that is kept, in bytes. */
    public static final int MAX_BODY = 64 * 1024 * 1024;

    @Override
    public long at() {
        return span.to();
    }
}
