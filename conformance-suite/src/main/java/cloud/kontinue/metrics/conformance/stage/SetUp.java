package cloud.kontinue.metrics.conformance.stage;

import java.util.Optional;
import java.util.OptionalLong;

/** Whether the set-up of a run failed, and why: the first reason counts. */
final class SetUp implements Moment {

    private final RunClock clock;
    private final Fact failed = new Fact();
    private volatile Optional<String> reason = Optional.empty();

    SetUp(RunClock clock) {
        this.clock = clock;
    }

    /** Ends the run, as nothing can be judged. */
    synchronized void fail(String because) {
        if (reason.isEmpty()) {
            reason = Optional.of(because);
            failed.happened(clock.now());
        }
    }

    Optional<String> reason() {
        return reason;
    }

    @Override
    public OptionalLong due() {
        return failed.due();
    }
}
