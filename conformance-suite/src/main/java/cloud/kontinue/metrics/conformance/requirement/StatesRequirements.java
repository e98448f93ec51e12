package cloud.kontinue.metrics.conformance.requirement;

import static cloud.kontinue.metrics.conformance.requirement.Level.ADVISORY;
import static cloud.kontinue.metrics.conformance.requirement.Level.EXPECTED;
import static cloud.kontinue.metrics.conformance.requirement.Level.REQUIRED;
import static cloud.kontinue.metrics.conformance.requirement.Section.STATES;

import java.util.List;
import java.util.stream.Stream;

/** The requirements S1-S15. */
final class StatesRequirements {

    static final String NUMBER = "Number of executions in each state.";
    static final String UPDATED = "Updated every 30 seconds by listing all Execution CRs.";

    private StatesRequirements() {}

    static List<Requirement> all() {
        return Stream.of(form(), StatesCountRequirements.all(), updates())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Requirement> form() {
        return List.of(
                new Requirement(
                        "S1",
                        STATES,
                        REQUIRED,
                        "The states are shown under their name, as a gauge",
                        MetricNames.STATES + " Type: Gauge",
                        "The page has a family of exactly this name, and its TYPE line says gauge.",
                        "A worker shows it at the latest 33 s (30 s and 10 % of jitter), a listing of 1 s and a publication of"
                                + " 1 s after it began to serve, where there are Executions; every TYPE line of it says gauge.",
                        List.of("B1"),
                        List.of(
                                "Check the name for a suffix or prefix that the client library adds, such as a namespace.",
                                "Check that the collector is registered with the registry that the page is made from.",
                                "Check that the right to list executions.kontinue.cloud is there: a listing that is denied"
                                        + " shows nothing.")),
                new Requirement(
                        "S2",
                        STATES,
                        REQUIRED,
                        "The states have exactly the labels function, state, namespace and worker",
                        MetricNames.STATES
                                + "{function=\"daily-report\",state=\"Pending\",namespace=\"default\",worker=\"\"} 5",
                        "Every sample has these four labels and no other; what belongs to no worker has an empty one.",
                        "Every sample of every page is looked at; there is no tolerance.",
                        List.of("S1"),
                        List.of(
                                "Check that worker is written as worker=\"\" where it is empty, not left out.",
                                "Check for constant labels that the registry adds, such as pod, group or instance.")));
    }

    private static List<Requirement> updates() {
        return List.of(
                new Requirement(
                        "S11",
                        STATES,
                        REQUIRED,
                        "The update is a listing",
                        UPDATED,
                        "Each refresh comes from a GET of the collection, not from a watch or an informer's cache.",
                        "From the second refresh on, a listing without selectors that was answered with 200 must have ended"
                                + " after the newest event that the refresh shows, and begun before it was shown. An"
                                + " informer's initial list is no evidence. Only where the cluster shows requests.",
                        List.of("S2", "S5", "S6", "S7", "S8", "S9", "S10"),
                        List.of(
                                "Go: list with a plain client (clientset or an uncached controller-runtime client from"
                                        + " mgr.GetAPIReader()), not with the manager's cached one.",
                                "Java: call list() on a timer; do not read from a SharedIndexInformer's store.",
                                "Python: call list_cluster_custom_object on a timer; do not count the events of a watch.")),
                new Requirement(
                        "S12",
                        STATES,
                        REQUIRED,
                        "After a failed listing the next one recovers",
                        UPDATED,
                        "A listing that fails once does not end the updates, nor the worker.",
                        "The right to list is taken from one worker until a listing was denied. It violates this when it ends"
                                + " by itself, or when its states are not refreshed again within 33 s, two listings and"
                                + " 1 s of publication after the last denied listing, plus the run's own lateness.",
                        List.of("S2", "S4"),
                        List.of(
                                "Check that the loop catches what a listing throws: a scheduled executor silently drops a"
                                        + " task that threw once.",
                                "Go: log the error and continue the loop; do not return from it.",
                                "Python: catch ApiException inside the loop, not around it.")),
                new Requirement(
                        "S13",
                        STATES,
                        ADVISORY,
                        "While listings fail the last good values stay",
                        UPDATED,
                        "A dashboard should not drop to nothing because one listing failed.",
                        "Between the denied listing and the next refresh every scrape shows what the last good listing"
                                + " showed.",
                        List.of("S12"),
                        List.of(
                                "Build the new values first and swap them in only when the listing was complete.",
                                "Check that the gauge is not cleared before the listing is made.")),
                new Requirement(
                        "S14",
                        STATES,
                        ADVISORY,
                        "A scrape during a refresh is not torn",
                        NUMBER,
                        "A scrape shows the values of one refresh, not some of the last and some of the next.",
                        "All values of a scrape were true at one single instant. Values that are absent or mixed for no longer"
                                + " than a listing and 1 s between two refreshes are held against this requirement only.",
                        List.of("S3"),
                        List.of(
                                "Keep one immutable snapshot and replace it at once (Java: AtomicReference; Go:"
                                        + " atomic.Pointer or a collector under a mutex; Python: assign one new dict and read"
                                        + " it in collect()).",
                                "Do not call clear() or Reset() on the gauge and then set value after value.",
                                "Page with the same continue token to the end, so that all pages are of one revision.")),
                new Requirement(
                        "S15",
                        STATES,
                        EXPECTED,
                        "Executions of other namespaces are counted too",
                        "listing all Execution CRs",
                        "The page says all, while the options name a Namespace: a worker that shows only its own is judged on"
                                + " that one, and told so here.",
                        "There are Executions in a second namespace; some series has it in its namespace label.",
                        List.of("S3"),
                        List.of(
                                "List in all namespaces (Go: client.InNamespace(\"\"); Java: inAnyNamespace(); Python:"
                                        + " list_cluster_custom_object).",
                                "Give the worker's account a ClusterRole that may list executions.kontinue.cloud.")));
    }
}
