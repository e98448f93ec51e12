package cloud.kontinue.metrics.conformance.stage;

import java.util.concurrent.TimeUnit;

/** Creates two Executions a second that nobody runs, so that every listing has a count of its own. */
final class Metronome extends Background {

    private static final long PERIOD = RunClock.nanos(0.5);

    private final StagePlan plan;
    private final Groups groups;
    private final Work work;
    private final ExecutionWriter writer;
    private final RunClock clock;

    Metronome(StagePlan plan, Groups groups, Work work, ExecutionWriter writer, RunClock clock) {
        super("metronome");
        this.plan = plan;
        this.groups = groups;
        this.work = work;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    void run() throws InterruptedException {
        long next = clock.now();
        while (!closed()) {
            TimeUnit.NANOSECONDS.sleep(next - clock.now());
            // A beat that fails is in the recording; the next one comes all the same.
            writer.create(work.unserved(plan.namespace(), groups.nobody(), "conformance-metronome", 1));
            next = Math.max(next + PERIOD, clock.now());
        }
    }
}
