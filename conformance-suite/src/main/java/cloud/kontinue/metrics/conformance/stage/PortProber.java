package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.PortProbed;
import cloud.kontinue.metrics.conformance.recording.PortProbed.Outcome;
import cloud.kontinue.metrics.conformance.recording.RecordingSink;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answer;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Failure;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Unanswered;
import cloud.kontinue.metrics.conformance.recording.Span;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import cloud.kontinue.metrics.conformance.worker.RunningWorker.Listener;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks ports whether they serve kontinue's metrics, and records what answers. */
final class PortProber {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Pattern FAMILY =
            Pattern.compile("^(?:# (?:TYPE|HELP) )?" + Pattern.quote(MetricNames.PREFIX), Pattern.MULTILINE);

    private final RunClock clock;
    private final RecordingSink sink;

    PortProber(RunClock clock, RecordingSink sink) {
        this.clock = clock;
        this.sink = sink;
    }

    /** Asks a listening socket; one that listens on all addresses is asked on loopback. */
    PortProbed probe(String worker, Listener listener) {
        List<String> hosts =
                switch (listener.host()) {
                    case "0.0.0.0" -> List.of("127.0.0.1");
                    // Whether a wildcard of IPv6 also serves IPv4 is up to whoever opened it.
                    case "::" -> List.of("127.0.0.1", "::1");
                    default -> List.of(listener.host());
                };
        List<URI> pages = hosts.stream()
                .map(host -> URI.create("http://" + new Listener(host, listener.port()) + "/metrics"))
                .toList();
        return probe(worker, listener.toString(), pages);
    }

    /** Asks a page. */
    PortProbed probe(String worker, URI page) {
        return probe(worker, String.valueOf(page.getRawAuthority()), List.of(page));
    }

    /** Asks pages until one is not refused. */
    private PortProbed probe(String worker, String listener, List<URI> pages) {
        long from = clock.now();
        try (PageClient client = new PageClient()) {
            Answer answer = pages.stream()
                    .map(page -> client.get(page, ScrapeHeaders.of(Purpose.REGULAR), TIMEOUT))
                    .reduce((one, other) -> outcome(one) == Outcome.REFUSED ? other : one)
                    .orElseThrow();
            PortProbed probed =
                    new PortProbed(new Span(from, clock.now()), worker, listener, outcome(answer), detail(answer));
            sink.record(probed);
            return probed;
        }
    }

    private static Outcome outcome(Answer answer) {
        if (answer instanceof Answered answered) {
            return family(answered).isPresent() ? Outcome.METRICS : Outcome.NO_METRICS;
        }
        return switch (((Unanswered) answer).failure()) {
            case REFUSED -> Outcome.REFUSED;
            case TIMEOUT -> Outcome.SILENT;
            case OTHER -> Outcome.NO_METRICS;
        };
    }

    private static Optional<String> family(Answered answered) {
        String body = new String(answered.body(), StandardCharsets.UTF_8);
        return FAMILY.matcher(body)
                .results()
                .findFirst()
                .map(match -> body.substring(match.start()).lines().findFirst().orElse(""));
    }

    private static String detail(Answer answer) {
        if (answer instanceof Answered answered) {
            return "status " + answered.status()
                    + family(answered).map(line -> ", its page has: " + line).orElse("");
        }
        Unanswered unanswered = (Unanswered) answer;
        return unanswered.failure() == Failure.OTHER
                ? "something answers, but not with a page: " + unanswered.problem()
                : unanswered.problem();
    }
}
