package cloud.kontinue.metrics.conformance.stage;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets somebody else end a run early; safe for use by several threads. */
public final class Interrupt {

    private final CountDownLatch latch = new CountDownLatch(1);

    /** Makes the run end within about three seconds: what was seen is kept, what was started is stopped. */
    public void trigger() {
        latch.countDown();
    }

    /** Returns whether it was triggered. */
    public boolean triggered() {
        return latch.getCount() == 0;
    }

    /** Waits until it is triggered or the time has passed. */
    void await(long nanos) throws InterruptedException {
        if (latch.await(nanos, TimeUnit.NANOSECONDS)) {
            // Whoever waits in a loop must not spin once it was triggered.
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
