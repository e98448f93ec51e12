package cloud.kontinue.metrics.conformance.recording;

import java.util.Optional;

/**
 * A worker was started, or for a URL: first turned to.
 *
 * @param span from the order to start until the operating system or cluster confirmed it
 * @param worker its name in the run: {@code W1}, {@code W2}, {@code W3}, {@code D}, {@code Z}, {@code B5}, {@code B6-invalid}
 *     or {@code B6-taken}
 * @param identity what {@link ApiRequestSeen} calls it
 * @param kind {@code process}, {@code pod}, {@code url} or {@code object}
 * @param metricsBindAddress as given to it; empty: left unset
 */
public record WorkerStarted(
        Span span, String worker, String identity, String kind, String group, Optional<String> metricsBindAddress)
        implements Event {

    @Override
    public long at() {
        return span.to();
    }
}
