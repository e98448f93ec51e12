package cloud.kontinue.metrics.conformance.stage;

/**
 * One thing that a run does.
 *
 * @param name for people, such as {@code deny W2's listing}
 * @param moment when it begins
 * @param play what it does; may take its time, for other acts go on meanwhile
 */
record Act(String name, Moment moment, Play play) {

    /** What an act does; ends early where its thread is interrupted. */
    @FunctionalInterface
    interface Play {
        void run() throws InterruptedException;
    }
}
