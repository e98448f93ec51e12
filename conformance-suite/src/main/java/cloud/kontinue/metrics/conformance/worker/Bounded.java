package cloud.kontinue.metrics.conformance.worker;

import java.io.Serial;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls a stranger's code without waiting for ever. */
final class Bounded {

    private Bounded() {}

    /**
     * Calls it on a thread of its own, which is interrupted when the bound is reached.
     *
     * @throws LateException if it has not returned within the bound
     * @throws Exception that it threw
     */
    static <T> T call(Callable<T> code, Duration bound, String name) throws Exception {
        FutureTask<T> task = new FutureTask<>(code);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            throw new LateException();
        } catch (ExecutionException thrown) {
            if (thrown.getCause() instanceof Exception failure) {
                throw failure;
            }
            throw thrown;
        }
    }

    /** It did not return in time. */
    static final class LateException extends Exception {

        @Serial
        private static final long serialVersionUID = 1;
    }
}
