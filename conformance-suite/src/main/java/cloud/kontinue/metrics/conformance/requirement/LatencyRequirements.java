package cloud.kontinue.metrics.conformance.requirement;

import static cloud.kontinue.metrics.conformance.requirement.Level.EXPECTED;
import static cloud.kontinue.metrics.conformance.requirement.Level.REQUIRED;
import static cloud.kontinue.metrics.conformance.requirement.Section.LATENCY;

import java.util.List;

/** The requirements L1-L10. */
final class LatencyRequirements {

    private static final String SECONDS = "Latency of execution in seconds.";
    private static final String RECORDS =
            "Records the time from when the worker starts processing an execution to when it"
                    + " completes (success or failure).";
    private static final String LABELS = "{function=\"send-email\",namespace=\"default\",worker=\"worker-abc123\"";
    private static final String BUCKETS = MetricNames.LATENCY_BUCKET + LABELS + ",le=\"1\"} 45\n"
            + MetricNames.LATENCY_BUCKET + LABELS + ",le=\"10\"} 98";
    private static final String COUNT = MetricNames.LATENCY_COUNT + LABELS + "} 100";

    private LatencyRequirements() {}

    static List<Requirement> all() {
        return List.of(
                new Requirement(
                        "L1",
                        LATENCY,
                        REQUIRED,
                        "The histogram has the documented name and type",
                        MetricNames.LATENCY + " Type: Histogram",
                        "Once an Execution ended, the page has samples of exactly this name with _bucket, _sum and _count, and"
                                + " the TYPE line says histogram.",
                        "A page that was taken 3 s or more after the end of an Execution was seen has a _count of this name, and"
                                + " every page with the family gives it the type histogram. Before the first end absence is no"
                                + " fault.",
                        List.of("B1"),
                        List.of(
                                "Compare the name letter by letter: it does not end in _seconds, though it is in seconds.",
                                "Register a classic histogram, not a summary and not a native histogram alone.",
                                "Check that the histogram is in the registry that /metrics serves.")),
                new Requirement(
                        "L2",
                        LATENCY,
                        REQUIRED,
                        "Its labels are exactly function, namespace and worker",
                        MetricNames.LATENCY_BUCKET + LABELS + ",le=\"1\"} 45",
                        "The example shows the whole set of labels; buckets have le besides.",
                        "Every _sum and _count has these three labels and no other, every _bucket these and le.",
                        List.of("L1"),
                        List.of(
                                "Compare the order of label names at registration with that of the values.",
                                "Leave out a result label: success and failure are one series here.")),
                new Requirement(
                        "L3",
                        LATENCY,
                        REQUIRED,
                        "The latency is in seconds",
                        SECONDS,
                        "Seconds, with their fractions, whatever the language's clock counts in.",
                        "In a quiet tail the average of a function with known durations fits them in seconds. It is a violation"
                                + " where it fits in milli-, micro- or nanoseconds or in minutes instead.",
                        List.of("L2", "L10"),
                        List.of(
                                "Divide by the clock's unit: Duration.Seconds() (Go), nanoTime() / 1e9 (Java), perf_counter()"
                                        + " (Python).",
                                "Look for a timer helper that observes milliseconds.")),
                new Requirement(
                        "L4",
                        LATENCY,
                        REQUIRED,
                        "The wait before processing is not counted",
                        RECORDS,
                        "The clock starts when the worker starts processing, not when the Execution was created.",
                        "Executions that were created 5 s or more before the worker was started: in a quiet tail their sum is at"
                                + " most the time from the worker's start to the end that was seen, plus 1 s each. It is a"
                                + " violation where the sum is larger than that and holds the wait.",
                        List.of("L3", "L5", "R7"),
                        List.of(
                                "Take the start time when the Execution is claimed, not metadata.creationTimestamp.",
                                "Look for a start time that is set when the Execution is put in a queue.")),
                new Requirement(
                        "L5",
                        LATENCY,
                        REQUIRED,
                        "Each success is observed once",
                        RECORDS,
                        "An Execution that completes adds 1 to the count, also where it was Suspended on its way.",
                        "In a quiet tail (3 s after the last end of the function was seen, and none created since) the count of"
                                + " a function whose Executions all succeeded is exactly their number.",
                        List.of("L2", "L7", "L10", "R7"),
                        List.of(
                                "Observe once, where the Execution ends, and not again when it is resumed or retried.",
                                "Look for an observation per attempt, per step or per reconcile.",
                                "Observe before or right after the status is written, not at the next refresh.")),
                new Requirement(
                        "L6",
                        LATENCY,
                        REQUIRED,
                        "Each failure is observed once",
                        RECORDS,
                        "\"Success or failure\": an Execution that fails adds 1 to the count as well.",
                        "In a quiet tail (3 s after the last end of the function was seen, and none created since) the count of"
                                + " a function whose Executions all failed is exactly their number.",
                        List.of("L2", "L7", "L10", "R7"),
                        List.of(
                                "Observe on the error path too: use defer (Go), finally (Java, Python).",
                                "Look for a return on error before the observation.")),
                new Requirement(
                        "L7",
                        LATENCY,
                        REQUIRED,
                        "Buckets are cumulative and end with +Inf, which equals the count",
                        BUCKETS,
                        "The example shows a cumulative histogram: 45 up to 1 s, 98 up to 10 s, 100 in all.",
                        "On every page, with bounds compared as numbers: no bucket holds fewer than the one below, no bound comes"
                                + " twice, there is a bucket of +Inf and it equals the count, and there is a sum.",
                        List.of("L1"),
                        List.of(
                                "Use a client library's histogram instead of counters of one's own.",
                                "Where buckets are written by hand, add each up with those below it and end with +Inf.",
                                "Take count, sum and buckets from one snapshot.")),
                new Requirement(
                        "L8",
                        LATENCY,
                        EXPECTED,
                        "1 and 10 seconds are among the boundaries",
                        BUCKETS,
                        "The example shows these two; others may stand beside them.",
                        "Every histogram on every page has buckets whose bounds equal 1 and 10 as numbers.",
                        List.of("L1"),
                        List.of(
                                "Give the histogram boundaries with 1 and 10 among them, such as the client library's defaults.")),
                new Requirement(
                        "L9",
                        LATENCY,
                        REQUIRED,
                        "Sum and buckets agree with the known durations",
                        RECORDS,
                        "What is observed is the whole time of the Execution, with its fractions of a second.",
                        "In a quiet tail with the right count the sum is at least the known durations less 10 ms each, and at"
                                + " most the time from the earliest claim to the end that was seen, plus 0.25 s each and 1 s"
                                + " once; each bucket holds a number that these bounds allow (with 1 s for one Execution), so"
                                + " that 1.4 s never falls in le=\"1\". Of one that was Suspended only the upper bound is"
                                + " known.",
                        List.of("L3", "L4", "L5", "L6", "L7", "R7"),
                        List.of(
                                "Keep fractions: no whole seconds, no rounding.",
                                "Stop the clock when the function returns, not when it is handed over to another thread.",
                                "Use a monotonic clock.")),
                new Requirement(
                        "L10",
                        LATENCY,
                        REQUIRED,
                        "The histogram never falls while the process lives",
                        COUNT,
                        "Counts, sums and buckets add up all Executions since the process began.",
                        "From page to page no _bucket, _sum or _count of a process becomes smaller or disappears. A change of"
                                + " process_start_time_seconds is a new process.",
                        List.of("L2", "E5"),
                        List.of(
                                "Look for a histogram that is registered anew, or cleared with each refresh.",
                                "Do not drop series of idle functions.")));
    }
}
