package cloud.kontinue.metrics.conformance.stage;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One watch request: turns its bytes into lines, each with the time of its arrival. */
final class WatchStream implements AutoCloseable {

    /** A line of the stream; none comes after one that is the end. */
    record Line(long at, String text, boolean end) {}

    private static final long BEGIN_SECONDS = 10;

    private final RunClock clock;
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private Optional<AsyncBody> body = Optional.empty();

    private WatchStream(RunClock clock) {
        this.clock = clock;
    }

    /** Begins to watch; fails with a {@link ApiException} where the server refuses. */
    static WatchStream begin(ExecutionApi api, String namespace, String resourceVersion, RunClock clock)
            throws InterruptedException {
        WatchStream stream = new WatchStream(clock);
        CompletableFuture<HttpResponse<AsyncBody>> answer = api.watch(namespace, resourceVersion, stream::take);
        try {
            HttpResponse<AsyncBody> response = answer.get(BEGIN_SECONDS, TimeUnit.SECONDS);
            AsyncBody body = response.body();
            stream.body = Optional.of(body);
            if (!response.isSuccessful()) {
                body.cancel();
                throw new ApiException(response.code(), "cannot watch Executions: status " + response.code());
            }
            var unused = body.done().whenComplete((done, failure) -> stream.lines.add(new Line(clock.now(), "", true)));
            body.consume();
            return stream;
        } catch (ExecutionException e) {
            throw new ApiException(0, "cannot watch Executions: " + Reason.of(e));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ApiException(0, "cannot watch Executions: no answer within " + BEGIN_SECONDS + " s");
        }
    }

    /** Returns the next line, waiting for it; empty where none came in time. */
    Optional<Line> next(long seconds) throws InterruptedException {
        return Optional.ofNullable(lines.poll(seconds, TimeUnit.SECONDS));
    }

    private void take(List<ByteBuffer> buffers, AsyncBody from) {
        long now = clock.now();
        for (ByteBuffer buffer : buffers) {
            while (buffer.hasRemaining()) {
                byte next = buffer.get();
                if (next == '\n') {
                    lines.add(new Line(now, partial.toString(StandardCharsets.UTF_8), false));
                    partial.reset();
                } else {
                    partial.write(next);
                }
            }
        }
        from.consume();
    }

    @Override
    public void close() {
        body.ifPresent(AsyncBody::cancel);
    }
}
