package cloud.kontinue.metrics.conformance.requirement;

import static cloud.kontinue.metrics.conformance.requirement.Level.REQUIRED;
import static cloud.kontinue.metrics.conformance.requirement.Section.COMPLETED;

import java.util.List;

/** The requirements C1-C9. */
final class CompletedRequirements {

    private static final String TOTAL = "Total number of executions completed.";
    private static final String INCREMENTED =
            "Incremented when an execution finishes, whether successfully or with an error.";
    private static final String SUCCESS_LINE =
            MetricNames.COMPLETED + "{function=\"process-payment\",result=\"success\"} 1523";
    private static final String ERROR_LINE =
            MetricNames.COMPLETED + "{function=\"process-payment\",result=\"error\"} 12";

    private CompletedRequirements() {}

    static List<Requirement> all() {
        return List.of(
                new Requirement(
                        "C1",
                        COMPLETED,
                        REQUIRED,
                        "The counter has exactly the documented name",
                        SUCCESS_LINE,
                        "The name has no _total at its end, though many client libraries add one.",
                        "A page that was taken 3 s or more after the end of an Execution was seen has a sample of exactly this"
                                + " name. Before the first end absence is no fault.",
                        List.of("B1"),
                        List.of(
                                "Look for a client library that adds _total (client_java and prometheus_client do): write the"
                                        + " family with an own collector or writer.",
                                "Answer the text format: in OpenMetrics a counter's samples must end in _total.",
                                "Check that the counter is in the registry that /metrics serves.")),
                new Requirement(
                        "C2",
                        COMPLETED,
                        REQUIRED,
                        "Its type is counter",
                        MetricNames.COMPLETED + " Type: Counter",
                        "The TYPE line of exactly this name says counter.",
                        "Every page with the family gives it the type counter; a gauge or no type is wrong.",
                        List.of("C1"),
                        List.of(
                                "Do not turn the metric into a gauge or untyped one to get rid of _total.",
                                "Compare the name on the TYPE line with that of the samples.")),
                new Requirement(
                        "C3",
                        COMPLETED,
                        REQUIRED,
                        "Its labels are exactly function and result",
                        SUCCESS_LINE,
                        "The example shows the whole set of labels: neither namespace nor worker.",
                        "Every sample on every page has these two labels and no other.",
                        List.of("C1"),
                        List.of(
                                "Leave out namespace and worker here, unlike in the other metrics.",
                                "Look for constant labels of the registry that are added to everything.")),
                new Requirement(
                        "C4",
                        COMPLETED,
                        REQUIRED,
                        "The result is success or error, nothing else",
                        SUCCESS_LINE + "\n" + ERROR_LINE,
                        "The example shows both values.",
                        "Every sample on every page has the result success or error, in these letters.",
                        List.of("C3"),
                        List.of(
                                "Write \"error\", not \"failure\" or \"failed\", and \"success\", not \"ok\" or \"completed\".",
                                "Do not use the phase as the result.")),
                new Requirement(
                        "C5",
                        COMPLETED,
                        REQUIRED,
                        "Each success adds exactly 1",
                        INCREMENTED,
                        "An Execution that completes adds 1 under its function and result=\"success\", and nothing under error.",
                        "In a quiet tail (3 s after the last end of the function was seen, and none created since) the value"
                                + " under success is exactly the number of its successes, and 0 under error where none failed.",
                        List.of("C1", "C4", "C8", "R7"),
                        List.of(
                                "Increment once, where the Execution ends, and not per attempt, step or resumption.",
                                "Set the function label to spec.function.",
                                "Increment before or right after the status is written, not at the next refresh.")),
                new Requirement(
                        "C6",
                        COMPLETED,
                        REQUIRED,
                        "Each error adds exactly 1",
                        INCREMENTED,
                        "An Execution that fails adds 1 under its function and result=\"error\", and nothing under success.",
                        "In a quiet tail (3 s after the last end of the function was seen, and none created since) the value"
                                + " under error is exactly the number of its failures, and 0 under success where none succeeded.",
                        List.of("C1", "C4", "C8", "R7"),
                        List.of(
                                "Increment on the error path too: use defer (Go), finally (Java, Python).",
                                "Set the result from the error that the function returned, not from that of the status write.")),
                new Requirement(
                        "C7",
                        COMPLETED,
                        REQUIRED,
                        "The counter does not move before the end",
                        INCREMENTED,
                        "\"When an execution finishes\": neither when it is claimed nor when it starts.",
                        "At no scrape is the value larger than the number of Executions of the function that can have ended:"
                                + " those created their own seconds ago, or earlier.",
                        List.of("C5", "C6", "R7"),
                        List.of(
                                "Increment after the function returned, not when the Execution is claimed or started.")),
                new Requirement(
                        "C8",
                        COMPLETED,
                        REQUIRED,
                        "The counter never falls while the process lives",
                        TOTAL,
                        "A total counts on from the start of the process. After a restart it begins at zero again.",
                        "From page to page no value of a process becomes smaller or disappears. A change of"
                                + " process_start_time_seconds is a new process.",
                        List.of("C3", "E5"),
                        List.of(
                                "Look for a counter that is set from a listing: it falls when Executions are deleted.",
                                "Look for a counter that is cleared with each refresh.")),
                new Requirement(
                        "C9",
                        COMPLETED,
                        REQUIRED,
                        "Prometheus stores it under the documented name",
                        ERROR_LINE,
                        "What counts is what an operator can query: the name must be the same after the scrape.",
                        "Prometheus, asked for the documented name, has a series of it. It is a violation where it has stored"
                                + " the latency of the same worker twice or more, but no series of this name.",
                        List.of("C1"),
                        List.of(
                                "Look at what is answered to Prometheus' own Accept header: with OpenMetrics the name may gain"
                                        + " _total there.",
                                "Answer text/plain; version=0.0.4 whatever was asked for.")));
    }
}
