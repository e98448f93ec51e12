package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One watch: takes changes, holds them back while its client is behind, and breaks off where the client stays behind.
 */
final class Watch implements Store.Subscriber {

    /** How many events may wait for a client that does not read. */
    static final int BACKLOG = 10_000;

    private final Selection selection;
    private final Rendering rendering;
    private final WatchChannel channel;
    private final ArrayDeque<WatchEvent> waiting = new ArrayDeque<>();
    private final List<Runnable> endings = new ArrayList<>();
    private int backlog = BACKLOG;
    private boolean ended;

    Watch(Selection selection, Rendering rendering, WatchChannel channel) {
        this.selection = selection;
        this.rendering = rendering;
        this.channel = channel;
    }

    /** Tells of objects that were there before the watch; they do not count as backlog. */
    void initial(Collection<Stored> objects) {
        objects.stream()
                .filter(selection)
                .map(object -> new WatchEvent.Seen(Change.Kind.ADDED, object))
                .forEach(waiting::add);
        backlog += waiting.size();
        drain();
    }

    @Override
    public void changed(Change change) {
        WatchEvent.of(change, selection).ifPresent(this::offer);
    }

    void offer(WatchEvent event) {
        if (ended) {
            return;
        }
        waiting.add(event);
        drain();
        if (waiting.size() > backlog) {
            close();
            channel.abort();
        }
    }

    /** Sends what waits, as far as the client keeps up. */
    void drain() {
        if (channel.closed()) {
            close();
        }
        while (!ended && !waiting.isEmpty() && !channel.full()) {
            channel.send(rendering.event(waiting.remove()));
        }
    }

    /** Tells why the watch cannot go on, and ends it. */
    void fail(Problem problem) {
        if (!ended && !channel.closed()) {
            channel.send(rendering.event(new WatchEvent.Failure(problem.status())));
            end();
        }
    }

    /** Ends it in order. */
    void end() {
        if (!ended) {
            close();
            if (!channel.closed()) {
                channel.end();
            }
        }
    }

    /** Ends it because the client has gone. */
    void close() {
        if (!ended) {
            ended = true;
            waiting.clear();
            endings.forEach(Runnable::run);
        }
    }

    /** Has something done at the end, or at once where that was already. */
    void onEnd(Runnable ending) {
        if (ended) {
            ending.run();
        } else {
            endings.add(ending);
        }
    }
}
