package cloud.kontinue.metrics.conformance.stage;

/** Is told how a run gets on; called by one thread at a time. */
public interface Progress {

    /** A new part of the run began, such as {@code setting the scene}. */
    void stage(String what);

    /**
     * About a second passed.
     *
     * @param secondsElapsed since the run began
     * @param secondsExpected of the whole run, as far as can be told by now
     * @param note one line on what is being waited for
     */
    void tick(double secondsElapsed, double secondsExpected, String note);

    /** Returns one that does nothing. */
    static Progress none() {
        return new Progress() {
            @Override
            public void stage(String what) {}

            @Override
            public void tick(double secondsElapsed, double secondsExpected, String note) {}
        };
    }
}
