package cloud.kontinue.metrics.conformance.recording;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that a run saw.
 *
 * @param events in order; the first is {@link RunStarted}
 */
public record Recording(List<Event> events) {

    public Recording {
        events = List.copyOf(events);
        if (events.isEmpty() || !(events.get(0) instanceof RunStarted)) {
            throw new IllegalArgumentException("Invalid recording: must begin with the start of the run");
        }
    }

    public RunStarted head() {
        return (RunStarted) events.get(0);
    }

    /** Returns the events of one kind, in order. */
    public <E extends Event> Stream<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Returns where an event stands, as evidence names it: {@code recording/events.jsonl:17} for the 17th event. */
    public static String where(int index) {
        return "recording/events.jsonl:" + (index + 1);
    }
}
