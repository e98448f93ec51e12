package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.cluster.RequestLog;
import cloud.kontinue.metrics.conformance.cluster.RequestLog.SeenRequest;
import cloud.kontinue.metrics.conformance.recording.ApiRequestSeen;
import cloud.kontinue.metrics.conformance.recording.RecordingSink;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.function.Predicate;

/** Records the requests that the run's workers make to the API server. */
final class RequestRecorder {

    private RequestRecorder() {}

    static void listen(RequestLog log, Predicate<String> identities, RunClock clock, RecordingSink sink) {
        log.listen(request -> {
            if (identities.test(request.identity())) {
                sink.record(seen(request, clock));
            }
        });
    }

    private static ApiRequestSeen seen(SeenRequest request, RunClock clock) {
        return new ApiRequestSeen(
                new Span(clock.at(request.fromNanoTime()), clock.at(request.toNanoTime())),
                request.identity(),
                request.verb(),
                request.resource(),
                request.namespace(),
                request.query(),
                request.status(),
                request.resourceVersion());
    }
}
