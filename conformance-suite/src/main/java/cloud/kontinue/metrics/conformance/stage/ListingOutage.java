package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.cluster.ListingRights;
import cloud.kontinue.metrics.conformance.recording.ListingDenied;
import cloud.kontinue.metrics.conformance.recording.RecordingSink;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.concurrent.TimeUnit;

/** Takes away one worker's right to list until it has noticed, or until it would be too late. */
final class ListingOutage {

    private static final long LOOK_MILLIS = 50;

    /** Goes on for so long after the first denial, so that a retry at once does not hide it. */
    private static final double AFTER_DENIAL = 3;

    private static final double AT_MOST = 16;

    private final ListingRights rights;
    private final RunClock clock;
    private final RecordingSink sink;
    private final Fact over = new Fact();

    ListingOutage(ListingRights rights, RunClock clock, RecordingSink sink) {
        this.rights = rights;
        this.clock = clock;
        this.sink = sink;
    }

    /** Returns when the right was given back. */
    Moment over() {
        return over;
    }

    /** Plays it; gives the right back whatever happens. */
    void play(StagedWorker worker, Fact denied) throws InterruptedException {
        long from = clock.now();
        Moment end = Moment.earliest(
                denied.plus(AFTER_DENIAL), Moment.at(RunClock.seconds(from)).plus(AT_MOST));
        try {
            rights.deny(worker.identity());
            while (!end.reached(clock.now())) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } finally {
            rights.allow(worker.identity());
            long to = clock.now();
            sink.record(new ListingDenied(new Span(from, to), worker.name()));
            over.happened(to);
        }
    }
}
