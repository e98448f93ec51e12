package cloud.kontinue.metrics.conformance.stage;

import java.util.OptionalLong;

/** The end of a run: when everything has been seen, or when it would not be seen any more. */
final class Ending {

    /** Two intervals of 33 s, the most that a worker may take, and a little to see the third refresh. */
    private static final double AT_MOST_AFTER_STATES = 70;

    private static final double ASKING = 6;

    /** Longer than any run: a minute of readiness, then states that are given up on. */
    private static final double LONGEST = 240;

    private static final double EXPECTED_AFTER_STATES = 64;
    private static final double EXPECTED = 72;

    private final Backstage backstage;
    private final Moment firstStates;
    private final Moment seen;
    private final Fact asked = new Fact();

    /**
     * @param firstStates when W1's states were first seen, or given up on
     * @param parts when each part of the run is over
     */
    Ending(Backstage backstage, Moment firstStates, Moment... parts) {
        this.backstage = backstage;
        this.firstStates = firstStates;
        this.seen = Moment.earliest(Moment.latest(parts), firstStates.plus(AT_MOST_AFTER_STATES));
    }

    void addTo(Timeline timeline) {
        timeline.add(new Act("ask Prometheus once more", seen, () -> {
            try {
                backstage.oracle().ifPresent(oracle -> oracle.askPresence(DisabledWorker.Z));
            } finally {
                asked.happened(backstage.clock().now());
            }
        }));
    }

    /** Returns when the run ends. */
    Moment moment() {
        Moment withoutW1 = backstage.facts(Opening.W1).died.plus(0.5);
        return Moment.earliest(backstage.setUp(), withoutW1, asked, seen.plus(ASKING), Moment.at(LONGEST));
    }

    /** Returns how many seconds the run will have taken, as far as can be told. */
    double expected() {
        OptionalLong states = firstStates.due();
        return states.isPresent() ? RunClock.seconds(states.getAsLong()) + EXPECTED_AFTER_STATES : EXPECTED;
    }
}
