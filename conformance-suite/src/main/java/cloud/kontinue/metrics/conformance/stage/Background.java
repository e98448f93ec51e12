package cloud.kontinue.metrics.conformance.stage;

/** A thread that works until it is closed. */
abstract class Background implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 1_000;

    private final Thread thread;
    private volatile boolean closed;

    Background(String name) {
        thread = new Thread(this::runUntilClosed, "stage-" + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Does its work; looks at {@link #closed()} often, and ends when it is interrupted. */
    abstract void run() throws InterruptedException;

    final boolean closed() {
        return closed;
    }

    private void runUntilClosed() {
        try {
            run();
        } catch (InterruptedException e) {
            // That is how close() wakes it.
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it, and waits for that at most a second. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
