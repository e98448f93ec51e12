package cloud.kontinue.metrics.conformance.history;

import cloud.kontinue.metrics.conformance.recording.Span;

/**
 * A worker asked the API server for all Executions, in one page or several.
 *
 * @param span from the first page's request to the last page's answer
 * @param denied whether it was answered 401 or 403
 * @param complete whether every page was answered with 200
 */
public record Listing(Span span, boolean denied, boolean complete) {

    public long duration() {
        return span.to() - span.from();
    }
}
