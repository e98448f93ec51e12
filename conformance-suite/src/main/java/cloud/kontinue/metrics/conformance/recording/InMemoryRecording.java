package cloud.kontinue.metrics.conformance.recording;

import java.util.ArrayList;
import java.util.List;

/** Keeps events in memory, bodies and all: for tests and short runs. */
public final class InMemoryRecording implements RecordingSink {

    private final List<Event> events = new ArrayList<>();

    @Override
    public synchronized void record(Event event) {
        events.add(event);
    }

    /**
     * Returns what was recorded so far.
     *
     * @throws IllegalArgumentException if the first event was not the start of the run
     */
    public synchronized Recording recording() {
        return new Recording(events);
    }
}
