package cloud.kontinue.metrics.conformance.requirement;

import static cloud.kontinue.metrics.conformance.requirement.Level.REQUIRED;
import static cloud.kontinue.metrics.conformance.requirement.Section.STATES;

import java.util.List;

/** The requirements S3-S10: what is counted, under which labels, and how fresh. */
final class StatesCountRequirements {

    private static final String EXAMPLE = MetricNames.STATES + "{function=\"daily-report\",";

    private StatesCountRequirements() {}

    static List<Requirement> all() {
        return List.of(
                new Requirement(
                        "S3",
                        STATES,
                        REQUIRED,
                        "Every scrape shows the states as they were within the last 30 seconds",
                        StatesRequirements.NUMBER + " " + StatesRequirements.UPDATED,
                        "The whole set of series equals the truth at an instant of the last 30 s; a series that is absent"
                                + " reads 0.",
                        "All values must have been true within one window no longer than the worker's listing (as seen, at"
                                + " least 1 s), and that window no older than 33 s, two listings and 1 s of publication: just"
                                + " before the next refresh is shown, a conforming worker's values are as old. Older values"
                                + " violate only beyond the run's own lateness. Not judged: before the first refresh, while a"
                                + " worker may not list, values torn between two refreshes (S14), and namespaces that the run"
                                + " cannot list or the worker does not show (S15). Where S5 to S10 explain a difference, it is"
                                + " held against them.",
                        List.of("S2", "S5", "S6", "S7", "S8", "S9", "S10"),
                        List.of(
                                "Count what one listing returns and nothing else; do not add to the counts of the last one.",
                                "Check that the values are replaced right after the listing, not at the next tick.",
                                "Check that function and namespace come from the Execution (spec.function,"
                                        + " metadata.namespace), not from the worker.")),
                new Requirement(
                        "S4",
                        STATES,
                        REQUIRED,
                        "The states are refreshed every 30 seconds",
                        "Updated every 30 seconds",
                        "A listing is made every 30 s, neither on each event nor more rarely.",
                        "Two Executions a second are created that nobody runs, so that each refresh tells the instant of its"
                                + " listing. From start to start at least 27 s, from the end of one to the start of the next"
                                + " at most 33 s, over at least two intervals; the first is shown within 33 s, a listing and"
                                + " 1 s of the start, and the last is not overdue. Beyond the bounds by no more than the run's"
                                + " own lateness: not verified.",
                        List.of("S2"),
                        List.of(
                                "Use a timer of 30 s (Go: time.NewTicker(30 * time.Second); Java:"
                                        + " scheduleAtFixedRate(…, 0, 30, SECONDS); Python: a thread that waits 30 s).",
                                "Check that an informer's event handlers do not update the gauge in between.",
                                "Check that an exception in one refresh does not end the timer.")),
                new Requirement(
                        "S5",
                        STATES,
                        REQUIRED,
                        "All Executions of the worker's namespace are counted",
                        "listing all Execution CRs",
                        "All: every page of the list, every worker's and every group's.",
                        "There are more than 1,200 Executions, of several groups and owners. A refresh that was never true is"
                                + " looked at by function: where too few are shown, and the missing ones are not those without"
                                + " a phase, the finished ones or those of one state, not all were counted.",
                        List.of("S2", "S6"),
                        List.of(
                                "Follow metadata.continue until it is empty when listing with a limit.",
                                "Do not pass the worker group's label selector or a field selector to this listing.",
                                "Do not skip Executions that another worker owns.")),
                new Requirement(
                        "S6",
                        STATES,
                        REQUIRED,
                        "What is Pending or has no phase yet counts as Pending with worker \"\"",
                        EXAMPLE + "state=\"Pending\",namespace=\"default\",worker=\"\"} 5",
                        "Until a worker takes it an Execution is no worker's, and one whose status was never written waits"
                                + " just the same.",
                        "There are Executions without a phase and explicit Pending ones. Violated where the former are missing"
                                + " or under another state, or Pending ones under a worker.",
                        List.of("S2"),
                        List.of(
                                "Treat an empty or missing status.phase as Pending.",
                                "Write worker=\"\" for Pending, not the exporting worker's name and not \"none\".")),
                new Requirement(
                        "S7",
                        STATES,
                        REQUIRED,
                        "The worker label names the owner of the Executions",
                        EXAMPLE + "state=\"Executing\",namespace=\"default\",worker=\"worker-abc123\"} 2",
                        "The label says whose the Executions are, whichever worker exports them.",
                        "There are Executions of other owners and without one. Violated where a function's Executions are all"
                                + " there in the right states, but under other workers.",
                        List.of("S2"),
                        List.of(
                                "Take the label's value from the Execution's status (status.worker), not from the worker's"
                                        + " own name.",
                                "Check for a constant label worker that the registry puts on every family.")),
                new Requirement(
                        "S8",
                        STATES,
                        REQUIRED,
                        "States are the phases, verbatim",
                        StatesRequirements.NUMBER,
                        "Pending, Executing, Suspended, Backoff, Completed, Failed and Canceled, each for itself and spelt"
                                + " like that.",
                        "There are Executions in all seven phases. Violated where a function's Executions are all there, but"
                                + " in other states, or where one state that is not final is left out everywhere.",
                        List.of("S2"),
                        List.of(
                                "Use status.phase as it is: no lower case, no names of your own.",
                                "Count Backoff and Canceled by themselves, not as Pending and Failed.")),
                new Requirement(
                        "S9",
                        STATES,
                        REQUIRED,
                        "A combination that no longer exists disappears or reads 0",
                        StatesRequirements.NUMBER + " Updated every 30 seconds",
                        "A series of which no Execution is left must not keep its last value.",
                        "Executions are deleted or move on between two refreshes. Violated where a refresh still shows a"
                                + " combination that had been there and is no more.",
                        List.of("S2"),
                        List.of(
                                "Start every refresh from empty counts, and drop the series that were not counted (Go: a"
                                        + " custom Collector, or Reset() under a lock; Java: a new snapshot; Python: a custom"
                                        + " collector).",
                                "Check for gauges that are only ever incremented or set, never removed.")),
                new Requirement(
                        "S10",
                        STATES,
                        REQUIRED,
                        "Finished Executions are counted while they exist",
                        EXAMPLE + "state=\"Completed\",namespace=\"default\",worker=\"worker-abc123\"} 150",
                        "Completed, Failed and Canceled ones count until they are deleted.",
                        "There are finished Executions. Violated where all that a refresh lacks are finished ones, and not"
                                + " those of one owner alone.",
                        List.of("S2"),
                        List.of(
                                "Do not filter finished Executions out of the listing.",
                                "Do not take the counts from a queue of open work.")));
    }
}
