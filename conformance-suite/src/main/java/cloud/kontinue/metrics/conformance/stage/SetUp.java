package cloud.kontinue.metrics.conformance.stage;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/** Whether the set-up of a run failed, and why: the first reason counts. */
final class SetUp implements Moment {

    private record Failure(long at, String reason) {}

    private final RunClock clock;
    private final AtomicReference<Optional<Failure>> failure = new AtomicReference<>(Optional.empty());

    SetUp(RunClock clock) {
        this.clock = clock;
    }

    /** Ends the run, as nothing can be judged. */
    void fail(String reason) {
        failure.updateAndGet(known -> known.isPresent() ? known : Optional.of(new Failure(clock.now(), reason)));
    }

    Optional<String> reason() {
        return failure.get().map(Failure::reason);
    }

    @Override
    public OptionalLong due() {
        return failure.get().map(known -> OptionalLong.of(known.at())).orElse(OptionalLong.empty());
    }
}
