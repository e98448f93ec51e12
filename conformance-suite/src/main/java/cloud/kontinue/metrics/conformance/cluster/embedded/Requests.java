package cloud.kontinue.metrics.conformance.cluster.embedded;

import cloud.kontinue.metrics.conformance.cluster.RequestLog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells its listeners of every request. */
final class Requests implements RequestLog {

    private final List<Consumer<SeenRequest>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void listen(Consumer<SeenRequest> listener) {
        listeners.add(listener);
    }

    void seen(HttpCall http, Optional<ApiCall> call, Answer answer, long fromNanoTime) {
        if (listeners.isEmpty()) {
            return;
        }
        SeenRequest seen = new SeenRequest(
                fromNanoTime,
                System.nanoTime(),
                http.identity(),
                call.map(resource -> resource.verb().name())
                        .orElse(http.method())
                        .toLowerCase(Locale.ROOT),
                call.map(resource -> resource.target().resource()).orElse(""),
                call.map(resource -> resource.target().namespace()).orElse(""),
                http.query(),
                answer.status(),
                answer instanceof Answer.Document document ? document.resourceVersion() : "");
        listeners.forEach(listener -> listener.accept(seen));
    }
}
