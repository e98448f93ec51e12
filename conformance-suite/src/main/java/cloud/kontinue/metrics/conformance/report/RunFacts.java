package cloud.kontinue.metrics.conformance.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a report says of the run besides its verdicts.
 *
 * @param suiteVersion version of the suite that played the run
 * @param startedAt wall clock at the run's beginning
 * @param duration from the beginning to the end of the recording
 * @param cutShort why the run, or a worker's part in it, ended before its time; empty for a whole run
 */
public record RunFacts(
        String suiteVersion,
        Subject subject,
        Environment environment,
        Instant startedAt,
        Duration duration,
        Optional<String> cutShort) {

    /** Who was judged; {@code kind} is {@code command}, {@code image}, {@code url}, {@code object} or {@code reference}. */
    public record Subject(String name, String kind, String digest) {}

    /** What it was judged in; an empty text stands for what was not there. */
    public record Environment(String cluster, String kubernetes, String prometheus, int cpus) {}

    /** Returns the duration in seconds, to a tenth. */
    double durationSeconds() {
        return Math.round(duration.toNanos() / 1e8) / 10.0;
    }
}
