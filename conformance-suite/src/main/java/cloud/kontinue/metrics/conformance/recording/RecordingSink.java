package cloud.kontinue.metrics.conformance.recording;

/** Where events go while a run is on; safe for use by several threads. */
@FunctionalInterface
public interface RecordingSink {

    void record(Event event);
}
