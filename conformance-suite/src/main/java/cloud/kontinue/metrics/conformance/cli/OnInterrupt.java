package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.stage.Interrupt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends a run early when the process is told to end, and lets it write what was seen. */
final class OnInterrupt {

    /** Within five seconds of Ctrl-C all is over. */
    private static final long GRACE_MILLIS = 4_500;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private OnInterrupt(Interrupt interrupt) {
        hook = new Thread(
                () -> {
                    interrupt.trigger();
                    awaitDone();
                },
                "on-interrupt");
    }

    /** Waits for the end of the process from now on. */
    static OnInterrupt trigger(Interrupt interrupt) {
        OnInterrupt onInterrupt = new OnInterrupt(interrupt);
        Runtime.getRuntime().addShutdownHook(onInterrupt.hook);
        return onInterrupt;
    }

    /** Says that all is written; the process may end. */
    void done() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // The hook was waiting for this, and lets the process end now.
            return;
        }
    }

    private void awaitDone() {
        try {
            if (!done.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                System.err.println(Cli.NAME + ": gave up waiting for the run to end; its report may be incomplete");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
