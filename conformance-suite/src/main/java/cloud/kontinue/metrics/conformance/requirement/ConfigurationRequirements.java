package cloud.kontinue.metrics.conformance.requirement;

import static cloud.kontinue.metrics.conformance.requirement.Level.ADVISORY;
import static cloud.kontinue.metrics.conformance.requirement.Level.EXPECTED;
import static cloud.kontinue.metrics.conformance.requirement.Level.REQUIRED;
import static cloud.kontinue.metrics.conformance.requirement.Section.CONFIGURATION;

import java.util.List;

/** The requirements B1-B6. */
final class ConfigurationRequirements {

    private static final String CONFIGURED =
            "The metrics server bind address can be configured via the MetricsBindAddress option";
    private static final String DISABLED = "Set MetricsBindAddress to \"0\" to disable the metrics server.";

    private ConfigurationRequirements() {}

    static List<Requirement> all() {
        return List.of(
                new Requirement(
                        "B1",
                        CONFIGURATION,
                        REQUIRED,
                        "A bind address that is given is served",
                        CONFIGURED,
                        "A worker that was given another port answers GET /metrics there.",
                        "Each worker that was given an address of its own answers one scrape there. One that runs Executions"
                                + " and still does not answer 10 s later, answers something else, or ends by itself while"
                                + " others run, violates it; one that shows neither a port nor a claim is not verified.",
                        List.of(),
                        List.of(
                                "Check that the option is read before the server is started.",
                                "Check that KONTINUE_METRICS_BIND_ADDRESS, or the placeholder in the command, reaches the"
                                        + " option.",
                                "Check that \":9090\" is understood as every address of the host, port 9090.")),
                new Requirement(
                        "B2",
                        CONFIGURATION,
                        REQUIRED,
                        "With another bind address port 8080 is left alone",
                        "MetricsBindAddress: \":9090\", // Default is \":8080\"",
                        "The option replaces the default, it does not add to it.",
                        "After a worker with another address served its first page, 8080 is asked: a page with a family of"
                                + " kontinue's violates it. Port 8080 must be free of others.",
                        List.of("B1"),
                        List.of(
                                "Check that only one server is started.",
                                "Check that a framework's own metrics endpoint on 8080 is switched off.")),
                new Requirement(
                        "B3",
                        CONFIGURATION,
                        REQUIRED,
                        "With \"0\" nothing serves metrics",
                        DISABLED,
                        "Exactly \"0\" means no metrics server at all, on any port.",
                        "While a worker with \"0\" works on Executions, every socket that its processes listen on is asked for"
                                + " /metrics: a family of kontinue's violates it. The same search must find the metrics of"
                                + " the worker with default options, else it is not verified.",
                        List.of(),
                        List.of(
                                "Compare the option with \"0\" before it is parsed as an address: \"0\" is not port 0.",
                                "Check that no second endpoint (health, debug) serves the same registry.")),
                new Requirement(
                        "B4",
                        CONFIGURATION,
                        REQUIRED,
                        "With \"0\" the worker still finishes Executions",
                        DISABLED,
                        "Only the metrics server is disabled, not the worker.",
                        "Its Executions end within the longer of 15 s and five times what the worker with default options took"
                                + " from its start to its first claim, besides their own seconds. Ending by itself violates it;"
                                + " lateness of the run's own is granted.",
                        List.of("B1"),
                        List.of(
                                "Check that the worker's loop does not wait for the metrics server.",
                                "Check that recording a metric works without a server.")),
                new Requirement(
                        "B5",
                        CONFIGURATION,
                        EXPECTED,
                        "An address with a host binds that host only",
                        CONFIGURED,
                        "As in Go, \"127.0.0.1:9090\" is reached on 127.0.0.1 and on no other address.",
                        "The given host answers, and another local address refuses the same port. Only for local processes.",
                        List.of("B1"),
                        List.of(
                                "Pass the host to the listener; do not keep the port alone.",
                                "Check what an empty host, a name and an IPv6 address in brackets become.")),
                new Requirement(
                        "B6",
                        CONFIGURATION,
                        ADVISORY,
                        "A bad address is a clear error at start",
                        CONFIGURED,
                        "An address that is invalid or taken should not leave a worker without metrics in silence.",
                        "With port 99999, and with a port that is taken, the worker ends with an error status, or writes a"
                                + " line that names the port and an error, before the run stops it. Only for local processes.",
                        List.of("B1"),
                        List.of(
                                "Bind before the worker's loop begins, and return the error to main.",
                                "Go: do not drop the error of ListenAndServe in a goroutine.",
                                "Say which address could not be bound.")));
    }
}
