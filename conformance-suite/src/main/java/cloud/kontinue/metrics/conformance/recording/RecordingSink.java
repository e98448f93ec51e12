package cloud.kontinue.metrics.conformance.recording;

/** Where events go while a run is on; safe for use by several threads. */
@FunctionalInterface
public interface RecordingSink {

    void record(Event event);

    /** Returns a sink that gives every event to this one and then to another, to both in the same order. */
    default RecordingSink and(RecordingSink other) {
        Object order = new Object();
        return event -> {
            synchronized (order) {
                record(event);
                other.record(event);
            }
        };
    }
}
