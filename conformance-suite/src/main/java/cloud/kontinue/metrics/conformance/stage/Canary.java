package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.LatenessMeasured;
import cloud.kontinue.metrics.conformance.recording.RecordingSink;
import java.util.concurrent.TimeUnit;

/** Measures how late this machine makes everything: sleeps again and again, and looks how late it woke. */
final class Canary extends Background {

    private static final long NAP = RunClock.nanos(0.05);
    private static final long WORTH_TELLING = RunClock.nanos(0.02);

    private final RunClock clock;
    private final RecordingSink sink;

    Canary(RunClock clock, RecordingSink sink) {
        super("canary");
        this.clock = clock;
        this.sink = sink;
    }

    @Override
    void run() throws InterruptedException {
        long told = clock.now();
        long worst = 0;
        while (!closed()) {
            long asked = clock.now() + NAP;
            TimeUnit.NANOSECONDS.sleep(NAP);
            long woke = clock.now();
            long late = Math.max(0, woke - asked);
            worst = Math.max(worst, late);
            if (late > WORTH_TELLING || woke - told >= RunClock.SECOND) {
                sink.record(new LatenessMeasured(woke, late > WORTH_TELLING ? late : worst));
                told = woke;
                worst = 0;
            }
        }
    }
}
