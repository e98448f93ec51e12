package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.recording.Event;
import cloud.kontinue.metrics.conformance.recording.Recording;

/** Where an event stands in the recording, as evidence names it. */
final class Where {

    private Where() {}

    static String of(History history, Event event) {
        return Recording.where(history.recording().events().indexOf(event));
    }
}
