package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.Execution;
import cloud.kontinue.metrics.exporter.execution.ExecutionFeed;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists the Executions of one worker group in one namespace, then watches them.
 *
 * <p>A watch that ends goes on where it stood. Only where that is no longer possible is everything listed again, and
 * every ten minutes besides, in case an event was ever missed.
 */
public final class KubernetesFeed implements ExecutionFeed {

    private static final Logger LOG = LoggerFactory.getLogger(KubernetesFeed.class);
    private static final Duration WATCH = Duration.ofMinutes(4);
    private static final Duration RELIST = Duration.ofMinutes(10);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ApiClient api;
    private final String path;
    private final String query;
    private final Thread watcher;
    private Optional<Listener> listener = Optional.empty();
    private volatile boolean closed;
    private volatile InputStream watched = InputStream.nullInputStream();
    private String resourceVersion = "";
    private long listedAt;

    public KubernetesFeed(ApiClient api, String namespace, String group) {
        this.api = api;
        path = ExecutionPaths.in(namespace);
        query = ExecutionPaths.ofGroup(group);
        watcher = new Thread(this::follow, "execution-watch");
        watcher.setDaemon(true);
    }

    @Override
    public void start(Listener to) throws ClusterException, InterruptedException {
        listener = Optional.of(to);
        list();
        watcher.start();
    }

    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
        try {
            // An interrupt alone does not end the reading of a body.
            watched.close();
        } catch (IOException e) {
            LOG.debug("The watch ended with an error", e);
        }
    }

    private void follow() {
        var pause = PAUSE;
        while (!closed) {
            try {
                if (resourceVersion.isEmpty() || System.nanoTime() - listedAt > RELIST.toNanos()) {
                    list();
                }
                var began = System.nanoTime();
                watch();
                pause = PAUSE;
                if (System.nanoTime() - began < PAUSE.toNanos()) {
                    Thread.sleep(PAUSE.toMillis());
                }
            } catch (InterruptedException e) {
                return;
            } catch (ClusterException e) {
                if (closed) {
                    return;
                }
                LOG.warn(
                        "Executions are not followed at the moment and will be in {} s: {}",
                        pause.toSeconds(),
                        e.getMessage());
                if (e.answered(410)) {
                    resourceVersion = "";
                }
                if (!slept(pause)) {
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private void list() throws ClusterException, InterruptedException {
        var listed = new PagedList(api).list(path, query, ArrayList<Execution>::new, ArrayList::add);
        resourceVersion = listed.resourceVersion();
        listedAt = System.nanoTime();
        listed.value().forEach(execution -> listener.ifPresent(told -> told.seen(execution)));
    }

    private void watch() throws ClusterException, InterruptedException {
        var watch = path + "?watch=true&allowWatchBookmarks=true&timeoutSeconds=" + WATCH.toSeconds()
                + "&resourceVersion=" + ExecutionPaths.encode(resourceVersion) + "&" + query;
        api.get(watch, WATCH.plus(GRACE), this::events);
    }

    private Optional<Execution> events(InputStream body) throws ClusterException {
        watched = body;
        if (closed) {
            return Optional.empty();
        }
        try (var parser = Json.parser(body)) {
            for (var event = WatchEvent.next(parser); event.isPresent(); event = WatchEvent.next(parser)) {
                tell(event.get());
            }
        }
        return Optional.empty();
    }

    private void tell(WatchEvent event) {
        resourceVersion = event.execution().resourceVersion();
        listener.ifPresent(told -> {
            switch (event.type()) {
                case "ADDED", "MODIFIED" -> told.seen(event.execution());
                case "DELETED" -> told.gone(event.execution());
                default -> LOG.trace("A bookmark at {}", resourceVersion);
            }
        });
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
