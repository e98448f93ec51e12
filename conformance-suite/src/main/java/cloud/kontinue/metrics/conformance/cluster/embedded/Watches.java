package cloud.kontinue.metrics.conformance.cluster.embedded;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Begins watches. */
final class Watches {

    private static final Duration BOOKMARKS = Duration.ofSeconds(30);
    private static final Duration LAST_BOOKMARK = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Vertx vertx;
    private final Store store;

    Watches(Vertx vertx, Store store) {
        this.vertx = vertx;
        this.store = store;
    }

    /**
     * Prepares a watch; it begins with its channel.
     *
     * @throws Problem 422 for options that contradict each other
     */
    Answer watch(ApiCall call, Rendering rendering) {
        Selection selection = Selection.of(call);
        ListOptions options = ListOptions.ofWatch(call);
        return new Answer.Stream(channel -> begin(call, selection, options, new Watch(selection, rendering, channel)));
    }

    private Watch begin(ApiCall call, Selection selection, ListOptions options, Watch watch) {
        long asked = options.resourceVersion().orElse(0L);
        boolean initialAsked = call.flag("sendInitialEvents");
        boolean initialRefused = !call.parameter("sendInitialEvents").isEmpty() && !initialAsked;
        boolean bookmarks = call.flag("allowWatchBookmarks");
        try {
            if (initialAsked && asked > store.revision()) {
                throw Problem.notYet(asked, store.revision());
            }
            boolean initial = initialAsked || (asked == 0 && !initialRefused);
            if (initial) {
                watch.initial(store.live(selection.type()).values());
            }
            if (initialAsked && bookmarks) {
                watch.offer(new WatchEvent.Bookmark(selection.type(), store.revision(), true));
            }
            store.subscribe(initial || asked == 0 ? store.revision() : asked, watch);
            schedule(watch, selection.type(), bookmarks, timeout(call));
        } catch (Problem problem) {
            watch.fail(problem);
        }
        return watch;
    }

    private static Duration timeout(ApiCall call) {
        String seconds = call.parameter("timeoutSeconds");
        if (!seconds.matches("[1-9][0-9]{0,8}")) {
            return LONGEST;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(seconds));
        return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    }

    private void schedule(Watch watch, ResourceType type, boolean bookmarks, Duration timeout) {
        Runnable bookmark = () -> watch.offer(new WatchEvent.Bookmark(type, store.revision(), false));
        long end = vertx.setTimer(timeout.toMillis(), ignored -> watch.end());
        watch.onEnd(() -> {
            vertx.cancelTimer(end);
            store.unsubscribe(watch);
        });
        if (bookmarks) {
            long regular = vertx.setPeriodic(BOOKMARKS.toMillis(), ignored -> bookmark.run());
            Duration early = timeout.compareTo(LAST_BOOKMARK.multipliedBy(2)) > 0
                    ? timeout.minus(LAST_BOOKMARK)
                    : timeout.dividedBy(2);
            long last = vertx.setTimer(early.toMillis(), ignored -> bookmark.run());
            watch.onEnd(() -> {
                vertx.cancelTimer(regular);
                vertx.cancelTimer(last);
            });
        }
    }
}
