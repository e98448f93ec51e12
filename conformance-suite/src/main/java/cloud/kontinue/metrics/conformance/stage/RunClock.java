package cloud.kontinue.metrics.conformance.stage;

/** Tells the nanoseconds since the run began, on the monotonic clock. */
final class RunClock {

    static final long SECOND = 1_000_000_000L;

    private final long origin = System.nanoTime();

    long now() {
        return System.nanoTime() - origin;
    }

    /** Returns the same for a reading of {@link System#nanoTime()}; what was before the run counts as its beginning. */
    long at(long nanoTime) {
        return Math.max(0, nanoTime - origin);
    }

    static long nanos(double seconds) {
        return Math.round(seconds * SECOND);
    }

    static double seconds(long nanos) {
        return (double) nanos / SECOND;
    }
}
