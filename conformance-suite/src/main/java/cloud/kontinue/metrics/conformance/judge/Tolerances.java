package cloud.kontinue.metrics.conformance.judge;

/**
 * What a conforming worker is granted, in nanoseconds; part of how the page is read, and the only place of these
 * numbers.
 */
final class Tolerances {

    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1_000 * MILLISECOND;

    /**
     * A gauge may move this long before or after the write of the status that it belongs to, because a worker sets the
     * two one after the other, in either order.
     */
    static final long HANDOVER = SECOND;

    /** A counter or histogram may move this long after the end of the Execution was seen: it is written after it. */
    static final long COMPLETION = 3 * SECOND;

    /** A clock that is read before and after may show this much less than the known duration of one Execution. */
    static final long CLOCK_GRAIN = 10 * MILLISECOND;

    /** An Execution tells whether waiting is counted as latency only if it waited this long before the worker began. */
    static final long LEAST_WAIT = 5 * SECOND;

    /** What a latency may exceed the time between claim and end as seen, on an average: the writing of the status. */
    static final long LATENCY_GRAIN = 250 * MILLISECOND;

    /** A worker with a bad address must have complained of it this long after its start. */
    static final long COMPLAINT = 5 * SECOND;

    /** A bad address is due to be complained of after this many times what the slowest good worker needed to serve. */
    static final int COMPLAINT_FACTOR = 3;

    /** The listing that a refresh is taken from lasts this long where it cannot be seen. */
    static final long LISTING = SECOND;

    /** The page's period of the refresh; values may be as old as this. */
    static final long REFRESH = 30 * SECOND;

    /** From the start of a refresh to the start of the next at least: the period less 10 % of jitter. */
    static final long SHORTEST_PERIOD = 27 * SECOND;

    /** From the end of a refresh to the start of the next at most: the period and 10 % of jitter. */
    static final long LONGEST_PERIOD = 33 * SECOND;

    /** The first listing is due this long after the start: one period and its jitter, for a timer that waits first. */
    static final long FIRST_LISTING = 33 * SECOND;

    /** A scrape must be answered within this long: Prometheus' default timeout. */
    static final long SCRAPE = 10 * SECOND;

    /** A sample's own timestamp may be this far from the scrape: the clocks of pod and harness need not agree better. */
    static final long TIMESTAMP = 5 * SECOND;

    /** With metrics disabled, Executions must be finished at least this long after the start. */
    static final long WITHOUT_METRICS = 15 * SECOND;

    /** A refresh is served this long after its listing ended, at most: counting and swapping take less. */
    static final long PUBLISH = SECOND;

    /** The recorder's watch may tell of a change this much later than the worker's own listing showed it. */
    static final long WATCH = SECOND;

    /** Scrapes further apart than this may have missed a whole refresh: half of the shortest period. */
    static final long UNWATCHED = SHORTEST_PERIOD / 2;

    /** Prometheus stamps its samples by the wall clock, which may differ this much from the run's own. */
    static final long PROMETHEUS_CLOCK = SECOND;

    /** How often longer than with metrics a worker without them may take from its start to its first claim. */
    static final int WITHOUT_METRICS_FACTOR = 5;

    /**
     * Returns how old the states may be that a scrape shows: until just before the next refresh is served, which is the
     * longest period after the listing ended, and then that listing's own time and its publication.
     *
     * @param listing how long a listing lasts
     */
    static long age(long listing) {
        return listing + LONGEST_PERIOD + listing + PUBLISH;
    }

    private Tolerances() {}

    /** Returns nanoseconds as seconds. */
    static double seconds(long nanos) {
        return nanos / 1e9;
    }

    /** Returns seconds as nanoseconds. */
    static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}
