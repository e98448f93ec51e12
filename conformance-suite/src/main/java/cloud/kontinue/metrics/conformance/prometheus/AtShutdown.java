package cloud.kontinue.metrics.conformance.prometheus;

/** What must be done if this JVM ends first; closed when it need not be done any more. */
final class AtShutdown implements AutoCloseable {

    private final Thread hook;

    private AtShutdown(Thread hook) {
        this.hook = hook;
    }

    /** Does it at once where the JVM is ending already. */
    static AtShutdown run(String name, Runnable action) {
        Thread hook = new Thread(action, name);
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException endsAlready) {
            action.run();
        }
        return new AtShutdown(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endsAlready) {
            // The hook runs, or has run, and finds nothing left to do.
        }
    }
}
