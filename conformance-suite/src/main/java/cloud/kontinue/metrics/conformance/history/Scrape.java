package cloud.kontinue.metrics.conformance.history;

import cloud.kontinue.metrics.conformance.exposition.Exposition;
import cloud.kontinue.metrics.conformance.recording.Recording;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.Optional;

/**
 * A scrape and what its body says.
 *
 * @param event its index in the recording
 * @param taken as recorded
 * @param exposition what the body says; empty unless the answer has status 200, is not cut, and has the Content-Type
 *     of an exposition
 */
public record Scrape(int event, ScrapeTaken taken, Optional<Exposition> exposition) {

    public Span span() {
        return taken.span();
    }

    /** Returns the HTTP answer, if there was one. */
    public Optional<Answered> answered() {
        return taken.answer() instanceof Answered answered ? Optional.of(answered) : Optional.empty();
    }

    /** Returns where it stands in the recording. */
    public String where() {
        return Recording.where(event);
    }

    /** Returns where a line of its body stands in the recording. */
    public String where(int line) {
        return Recording.where(event) + "#L" + line;
    }
}
