package cloud.kontinue.metrics.conformance.requirement;

import static cloud.kontinue.metrics.conformance.requirement.Level.ADVISORY;
import static cloud.kontinue.metrics.conformance.requirement.Level.EXPECTED;
import static cloud.kontinue.metrics.conformance.requirement.Level.REQUIRED;
import static cloud.kontinue.metrics.conformance.requirement.Section.ENDPOINT;

import java.util.List;

/** The requirements E1-E8. */
final class EndpointRequirements {

    private static final String DEFAULT_ADDRESS =
            "By default, metrics are available at :8080/metrics on each worker pod.";
    private static final String EXPOSE =
            "kontinue workers expose Prometheus metrics for monitoring execution health and performance.";

    private EndpointRequirements() {}

    static List<Requirement> all() {
        return List.of(
                new Requirement(
                        "E1",
                        ENDPOINT,
                        REQUIRED,
                        "With default options the worker serves /metrics on port 8080",
                        DEFAULT_ADDRESS,
                        "A worker that was given no bind address answers GET /metrics on port 8080 with a metrics page.",
                        "One scrape of a worker started without a bind address is answered with status 200 and a metrics page"
                                + " within 10 s. A worker that claims Executions, or answers something else, for the rest of"
                                + " its time violates it; one that cannot have the port does not.",
                        List.of(),
                        List.of(
                                "Check that an unset or empty MetricsBindAddress becomes \":8080\", not \"no server\".",
                                "Check that the handler is registered under exactly /metrics.",
                                "Check that the server is started before or beside the worker's loop, not after it returns.",
                                "Check that gathering the metrics takes less than 10 s: list Executions on a timer, never"
                                        + " while a scrape waits.")),
                new Requirement(
                        "E2",
                        ENDPOINT,
                        REQUIRED,
                        "The page is served on the pod's address, not only on loopback",
                        DEFAULT_ADDRESS,
                        "\":8080\" names no host: the port is open on every address, and Prometheus reaches it from outside"
                                + " the pod.",
                        "With the default address a scrape of another address than 127.0.0.1 is answered with a metrics page:"
                                + " the pod's, or another one of the host.",
                        List.of("E1"),
                        List.of(
                                "Bind \":8080\" (Go), \"0.0.0.0\" or \"::\" (Python), new InetSocketAddress(8080) (Java), not"
                                        + " localhost.",
                                "Where a web framework has a development server, set its host: most default to 127.0.0.1.")),
                new Requirement(
                        "E3",
                        ENDPOINT,
                        REQUIRED,
                        "The body is a valid exposition of its Content-Type",
                        EXPOSE,
                        "What is served follows the rules of the format that the Content-Type names, for every family on the"
                                + " page, and Prometheus can take it in.",
                        "Every answer with status 200 is parsed by the format's own rules: final line feed, no series or label"
                                + " twice, one TYPE and HELP before the samples, families in one piece. Samples carry no"
                                + " timestamp, or one within 5 s of the scrape. Once a page was served, /metrics goes on to"
                                + " answer 200. No target of Prometheus is down for what the body says.",
                        List.of(),
                        List.of(
                                "Write the page with a Prometheus client library instead of by hand.",
                                "Set the Content-Type to text/plain; version=0.0.4; charset=utf-8.",
                                "End the last line with a line feed, and write each TYPE and HELP once, before the samples.",
                                "Look for a series that two collectors write, or for label values that are not escaped.",
                                "Write no timestamps.")),
                new Requirement(
                        "E4",
                        ENDPOINT,
                        EXPECTED,
                        "Prometheus 2 and 3 both take the Content-Type",
                        "To scrape kontinue worker metrics with Prometheus, add a scrape configuration targeting the worker"
                                + " pods:",
                        "The page names no version of Prometheus: what is answered to the headers of either must be readable"
                                + " to it. Version 3 refuses a blank or unknown Content-Type.",
                        "The page is asked for with the headers of Prometheus 2 and of Prometheus 3. The answer has status 200,"
                                + " a Content-Type of text or OpenMetrics that it takes, and no encoding other than gzip.",
                        List.of("E1"),
                        List.of(
                                "Set the Content-Type to text/plain; version=0.0.4; charset=utf-8, whatever was asked for.",
                                "Hand the Accept header to the client library's negotiation and set the type it returns.",
                                "Compress with gzip or not at all.")),
                new Requirement(
                        "E5",
                        ENDPOINT,
                        REQUIRED,
                        "Scraping changes nothing",
                        EXPOSE,
                        "Metrics are read by any number of scrapers; a scrape neither resets nor moves a value.",
                        "Pages taken one after another, while all Executions of the worker's group have been over for 3 s and no"
                                + " new one was created, carry the same samples of running, latency and completed. It is violated where"
                                + " a third or more of such pairs differ; a value that moves once is late, or has fallen.",
                        List.of("B1"),
                        List.of(
                                "Look for code that clears or resets a metric after it was written.",
                                "Look for metrics that count up in the handler of /metrics.",
                                "Report totals since the start of the process, not since the last scrape.")),
                new Requirement(
                        "E6",
                        ENDPOINT,
                        EXPECTED,
                        "16 scrapes at once are all answered within 10 s",
                        DEFAULT_ADDRESS,
                        "Several Prometheus servers and people with a browser may ask at the same time.",
                        "16 scrapes sent at once are each answered with status 200 within 10 s, Prometheus' default timeout.",
                        List.of("B1"),
                        List.of(
                                "Serve from more than one thread, and without a lock that is held while Executions are listed.",
                                "Render the states once per refresh, not once per scrape.",
                                "Look for a limit of requests in flight that answers 503.")),
                new Requirement(
                        "E7",
                        ENDPOINT,
                        EXPECTED,
                        "Text, gzip and OpenMetrics answers carry the same data",
                        EXPOSE,
                        "Which format a scraper negotiates must not change what it learns.",
                        "While nothing happens, answers to a request for text, with gzip and for OpenMetrics carry the same"
                                + " samples of running, latency and completed. OpenMetrics may add _total to the counter's"
                                + " samples, give it the type unknown, and write a bucket's bound as 1.0.",
                        List.of("B1", "E5"),
                        List.of(
                                "Feed all writers from one snapshot.",
                                "Answer text to every Accept header rather than 406.",
                                "Look for a cache of the compressed body that is not renewed.")),
                new Requirement(
                        "E8",
                        ENDPOINT,
                        ADVISORY,
                        "Other paths do not serve metrics",
                        DEFAULT_ADDRESS,
                        "The page names one path. A server that answers every path with metrics hides mistakes in"
                                + " configuration.",
                        "A request for another path is answered with anything but kontinue's metrics.",
                        List.of("B1"),
                        List.of(
                                "Register the handler for /metrics alone; Java's HttpServer also hands it /metrics/foo and"
                                        + " /metricsfoo, so compare the path.",
                                "Answer 404 elsewhere.")));
    }
}
