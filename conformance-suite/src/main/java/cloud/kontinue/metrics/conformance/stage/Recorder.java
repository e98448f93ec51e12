package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.Event;
import cloud.kontinue.metrics.conformance.recording.Noted;
import cloud.kontinue.metrics.conformance.recording.RecordingSink;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Passes events on in the order in which they were complete.
 *
 * <p>Events come from many threads, each a little after it was complete; so each is held back for a moment in case an
 * earlier one is still on its way.
 */
final class Recorder implements RecordingSink, AutoCloseable {

    private static final long HELD_BACK = RunClock.nanos(0.5);

    private record Entry(Event event, long order) {}

    private final RecordingSink sink;
    private final RunClock clock;
    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();
    private final PriorityQueue<Entry> held = new PriorityQueue<>(
            Comparator.comparingLong((Entry entry) -> entry.event().at()).thenComparingLong(Entry::order));
    private long count;
    private boolean closed;
    private volatile boolean failed;

    Recorder(RecordingSink sink, RunClock clock) {
        this.sink = sink;
        this.clock = clock;
    }

    /** Tells the listener of each event as it comes, on the thread that brings it. */
    void listen(Consumer<Event> listener) {
        listeners.add(listener);
    }

    @Override
    public void record(Event event) {
        synchronized (this) {
            if (closed) {
                return;
            }
            held.add(new Entry(event, count++));
            passOn(clock.now() - HELD_BACK);
        }
        listeners.forEach(listener -> listener.accept(event));
    }

    /** Returns whether events are lost, because the sink could not keep one. */
    boolean failed() {
        return failed;
    }

    void note(String text) {
        record(new Noted(clock.now(), text));
    }

    /** Passes on what is held back; what comes later is not recorded. */
    @Override
    public synchronized void close() {
        closed = true;
        passOn(Long.MAX_VALUE);
    }

    private void passOn(long until) {
        for (Entry first = held.peek(); first != null && first.event().at() <= until; first = held.peek()) {
            held.remove();
            passOn(first.event());
        }
    }

    private void passOn(Event event) {
        if (failed) {
            return;
        }
        try {
            sink.record(event);
        } catch (UncheckedIOException e) {
            // Whoever gave the sink is told of it where he closes it; here many threads would tell the same.
            failed = true;
        }
    }
}
