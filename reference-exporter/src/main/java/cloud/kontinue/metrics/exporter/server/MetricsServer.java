package cloud.kontinue.metrics.exporter.server;

import cloud.kontinue.metrics.exporter.exposition.Page;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Serves one page at {@code /metrics}, and nothing else. */
public final class MetricsServer implements AutoCloseable {

    /** More scrapes than this at once wait for their turn. */
    private static final int THREADS = 32;

    private final HttpServer server;
    private final ExecutorService executor;

    private MetricsServer(HttpServer server, ExecutorService executor) {
        this.server = server;
        this.executor = executor;
    }

    /**
     * Listens and serves until closed.
     *
     * @throws IOException with one line for the user: the host is unknown, the port is taken or may not be bound
     */
    public static MetricsServer start(BindAddress.Listen address, Page page) throws IOException {
        return start(address, new MetricsHandler(page));
    }

    /** Does the same with another handler of all requests. */
    public static MetricsServer start(BindAddress.Listen address, HttpHandler handler) throws IOException {
        var server = bind(address);
        var executor = threads();
        server.setExecutor(executor);
        server.createContext("/", handler);
        server.start();
        return new MetricsServer(server, executor);
    }

    /** Returns where it listens, with the true port where any free one was asked for. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** Stops at once and frees the port. */
    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private static HttpServer bind(BindAddress.Listen address) throws IOException {
        try {
            return HttpServer.create(address.resolve(), 0);
        } catch (UnknownHostException e) {
            throw new IOException("Cannot serve metrics on '" + address + "': the host '" + address.host()
                    + "' has no address; choose another metrics bind address, or '0' for no server");
        } catch (IOException e) {
            throw new IOException("Cannot serve metrics on '" + address + "': " + e.getMessage()
                    + "; free the port or choose another metrics bind address, or '0' for no server");
        }
    }

    private static ExecutorService threads() {
        var executor =
                new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    var thread = new Thread(task, "metrics-server");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
