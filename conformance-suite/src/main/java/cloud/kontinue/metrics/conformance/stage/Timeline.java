package cloud.kontinue.metrics.conformance.stage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** Begins each act at its moment, until the end is reached or somebody interrupts. */
final class Timeline {

    /** The time of a run, so that a test may let it pass as it likes. */
    interface Time {

        long now();

        /** Lets at most so much time pass. */
        void pass(long nanos) throws InterruptedException;
    }

    private static final long STEP = RunClock.nanos(0.02);

    private final Time time;
    private final Executor executor;
    private final BiConsumer<Act, RuntimeException> failures;
    private final List<Act> pending = new ArrayList<>();
    private final AtomicInteger playing = new AtomicInteger();
    private long waited;

    /**
     * @param executor plays the acts
     * @param failures is told of an act that failed; the others go on
     */
    Timeline(Time time, Executor executor, BiConsumer<Act, RuntimeException> failures) {
        this.time = time;
        this.executor = executor;
        this.failures = failures;
    }

    void add(Act act) {
        pending.add(act);
    }

    /**
     * Plays until the end is reached.
     *
     * @param interrupted ends it early
     * @param step called after each look at the acts
     */
    void play(Moment end, BooleanSupplier interrupted, Runnable step) throws InterruptedException {
        while (!end.reached(time.now()) && !interrupted.getAsBoolean()) {
            begin(time.now());
            step.run();
            boolean idle = playing.get() == 0;
            long before = time.now();
            time.pass(STEP);
            if (idle) {
                waited += time.now() - before;
            }
        }
    }

    /** Returns for how long no act was under way, in nanoseconds. */
    long waited() {
        return waited;
    }

    /** Returns the act whose moment is known and comes next. */
    Optional<Act> next() {
        return pending.stream()
                .filter(act -> act.moment().due().isPresent())
                .min((one, other) -> Long.compare(due(one), due(other)));
    }

    private static long due(Act act) {
        return act.moment().due().orElse(Long.MAX_VALUE);
    }

    private void begin(long now) {
        for (Iterator<Act> acts = pending.iterator(); acts.hasNext(); ) {
            Act act = acts.next();
            if (act.moment().reached(now)) {
                acts.remove();
                playing.incrementAndGet();
                executor.execute(() -> play(act));
            }
        }
    }

    private void play(Act act) {
        try {
            act.play().run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failures.accept(act, e);
        } finally {
            playing.decrementAndGet();
        }
    }
}
