package cloud.kontinue.metrics.conformance.requirement;

import static cloud.kontinue.metrics.conformance.requirement.Level.ADVISORY;
import static cloud.kontinue.metrics.conformance.requirement.Level.REQUIRED;
import static cloud.kontinue.metrics.conformance.requirement.Section.RUNNING;

import java.util.List;

/** The requirements R1-R9. */
final class RunningRequirements {

    private static final String SENTENCE = "Number of executions currently running on the worker.";
    private static final String EXAMPLE =
            MetricNames.RUNNING + "{function=\"process-order\",namespace=\"default\",worker=\"worker-abc123\"} 3";

    private RunningRequirements() {}

    static List<Requirement> all() {
        return List.of(
                new Requirement(
                        "R1",
                        RUNNING,
                        REQUIRED,
                        "The gauge has the documented name and type",
                        MetricNames.RUNNING + " Type: Gauge",
                        "While an Execution runs, the page has a sample of exactly this name, and its TYPE line says gauge.",
                        "A page that was taken while an Execution must count (see R3) has a sample of this name, and every page"
                                + " with the family gives it the type gauge. Without a running Execution absence is no fault.",
                        List.of("B1"),
                        List.of(
                                "Compare the name letter by letter, and look for a namespace or subsystem that the client"
                                        + " library puts in front of it.",
                                "Register a gauge, not an up-down counter or untyped metric.",
                                "Check that the gauge is in the registry that /metrics serves.")),
                new Requirement(
                        "R2",
                        RUNNING,
                        REQUIRED,
                        "Its labels are exactly function, namespace and worker",
                        EXAMPLE,
                        "The example shows the whole set of labels.",
                        "Every sample on every page has these three labels and no other.",
                        List.of("R1"),
                        List.of(
                                "Compare the order of label names at registration with that of the values.",
                                "Look for constant labels of the registry, such as pod or group, that are added to everything.")),
                new Requirement(
                        "R3",
                        RUNNING,
                        REQUIRED,
                        "At every scrape the value is a count that was true then",
                        SENTENCE,
                        "The gauge counts, per function and namespace, the Executions that the worker has begun and not ended.",
                        "An Execution must count from 1 s after it was seen Executing until 1 s before it can end at the earliest"
                                + " (creation, or start of the worker, plus its seconds). It may count from its creation until"
                                + " 1 s after its end was seen, and all the while it is Suspended. Every value of every scrape"
                                + " is a whole number within these bounds; an absent series reads 0.",
                        List.of("R2", "R4", "R5", "R6", "R7", "R9", "E5"),
                        List.of(
                                "Raise the gauge when the worker begins an Execution, and lower it on every way out.",
                                "Set the namespace label to the Execution's, the function label to spec.function.",
                                "Do not derive the gauge from the 30-second listing: it says what runs now.",
                                "Count atomically: several Executions begin and end at once.")),
                new Requirement(
                        "R4",
                        RUNNING,
                        REQUIRED,
                        "The gauge falls after a success",
                        SENTENCE,
                        "An Execution that completed is no longer running.",
                        "1 s after the last success of a function was seen, while none of it is waiting, the gauge of the"
                                + " function is 0 or absent, where it had been above 0 before. What others run at that time"
                                + " is left to R6.",
                        List.of("R2", "R7", "R9"),
                        List.of(
                                "Lower the gauge in a defer (Go) or finally (Java, Python), with the same labels it was raised with.",
                                "Look for an early return after the status was written.")),
                new Requirement(
                        "R5",
                        RUNNING,
                        REQUIRED,
                        "The gauge falls after a failure",
                        SENTENCE,
                        "An Execution that failed is no longer running.",
                        "1 s after the last failure of a function was seen, while none of it is waiting, the gauge of the"
                                + " function is 0 or absent, where it had been above 0 before. What others run at that time"
                                + " is left to R6.",
                        List.of("R2", "R7", "R9"),
                        List.of(
                                "Lower the gauge on the error path too: use defer (Go), finally (Java, Python).",
                                "Check what happens when the function panics or throws.")),
                new Requirement(
                        "R6",
                        RUNNING,
                        REQUIRED,
                        "The gauge counts this worker's Executions only",
                        SENTENCE,
                        "\"On the worker\": of two workers that share a group each counts what it runs itself.",
                        "While two workers of a group run the same function, the value of each is at most the number that it may"
                                + " run itself (see R3). Where no owner is written, the sum over the workers is at most the"
                                + " group's. Decided once a worker was scraped while the other ran something.",
                        List.of("R2", "R4", "R5", "R7", "R9"),
                        List.of(
                                "Count in the process, where an Execution is claimed, not from a list or watch of all Executions.",
                                "Raise the gauge only after the claim succeeded: the loser of a race runs nothing.")),
                new Requirement(
                        "R7",
                        RUNNING,
                        REQUIRED,
                        "One unchanging worker name per process, different between workers",
                        EXAMPLE,
                        "The worker label tells processes apart: each has one name, in the running and the latency series"
                                + " alike, and it is the name under which it owns Executions.",
                        "All samples of a process carry the same, non-empty worker label; no two workers carry the same; where"
                                + " owners are written and a worker has its group to itself, it is the owner's name.",
                        List.of("R2"),
                        List.of(
                                "Take the worker's name once, at start, and use it for the claim and for the label.",
                                "Do not use the group's name or the namespace.",
                                "On one host the host's name is not enough: add the process or use the configured name.")),
                new Requirement(
                        "R8",
                        RUNNING,
                        ADVISORY,
                        "A Suspended Execution is not running",
                        SENTENCE,
                        "A Suspended Execution waits; nothing runs on the worker. The page does not say so in words.",
                        "From 1 s after an Execution was seen Suspended until 1 s before it was seen to go on, the gauge counts"
                                + " only others.",
                        List.of("R2", "R4", "R7"),
                        List.of("Lower the gauge when an Execution is suspended, and raise it again when it goes on.")),
                new Requirement(
                        "R9",
                        RUNNING,
                        REQUIRED,
                        "The gauge is never negative",
                        SENTENCE,
                        "A number of Executions is 0 or more.",
                        "No sample on any page is below 0.",
                        List.of("R1"),
                        List.of(
                                "Look for a second decrement on one of the ways out, such as error handling inside a defer.",
                                "Decrement only where the increment was made: not for a claim that was lost.")));
    }
}
