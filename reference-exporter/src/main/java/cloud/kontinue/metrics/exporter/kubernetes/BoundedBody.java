package cloud.kontinue.metrics.exporter.kubernetes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A body that closes itself when its time is over, so that nobody waits for a server that fell silent. */
final class BoundedBody extends FilterInputStream {

    private final CompletableFuture<Void> bound;

    BoundedBody(InputStream body, Duration time) {
        super(body);
        bound = CompletableFuture.runAsync(
                () -> closeQuietly(body), CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() throws IOException {
        bound.cancel(false);
        super.close();
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // The reader gets its own exception.
            return;
        }
    }
}
