package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.RecordingSink;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answer;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Takes scrapes of one worker and records them, until it is closed. */
final class Scrapes implements AutoCloseable {

    static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final String worker;
    private final RunClock clock;
    private final RecordingSink sink;
    private final PageClient client = new PageClient();
    private volatile boolean closed;

    Scrapes(String worker, RunClock clock, RecordingSink sink) {
        this.worker = worker;
        this.clock = clock;
        this.sink = sink;
    }

    Answer take(Purpose purpose, URI uri) {
        return take(purpose, uri, TIMEOUT);
    }

    Answer take(Purpose purpose, URI uri, Duration timeout) {
        Map<String, String> headers = ScrapeHeaders.of(purpose);
        long from = clock.now();
        Answer answer = client.get(uri, headers, timeout);
        // What fails because we ended it says nothing of the worker.
        if (!closed) {
            String accept = headers.getOrDefault(ScrapeHeaders.ACCEPT, "");
            sink.record(new ScrapeTaken(new Span(from, clock.now()), worker, purpose, uri.toString(), accept, answer));
        }
        return answer;
    }

    @Override
    public void close() {
        closed = true;
        client.close();
    }
}
