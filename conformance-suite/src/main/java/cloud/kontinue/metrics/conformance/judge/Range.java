package cloud.kontinue.metrics.conformance.judge;

/** The numbers that are legal, from the least to the most. */
record Range(double least, double most) {

    /** Returns whether a value lies within; no range holds NaN. */
    boolean holds(double value) {
        return value >= least && value <= most;
    }

    /** Returns whether a value lies within and is a whole number. */
    boolean holdsCount(double value) {
        return holds(value) && value == Math.rint(value);
    }

    @Override
    public String toString() {
        return least == most ? Text.number(least) : Text.number(least) + " to " + Text.number(most);
    }
}
