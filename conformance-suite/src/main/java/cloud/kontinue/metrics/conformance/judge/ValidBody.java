package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.exposition.Exposition;
import cloud.kontinue.metrics.conformance.exposition.Family;
import cloud.kontinue.metrics.conformance.exposition.Format;
import cloud.kontinue.metrics.conformance.exposition.Problem;
import cloud.kontinue.metrics.conformance.exposition.Sample;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered.Topic;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** E3: looks whether every body is a valid exposition, and whether Prometheus could take it in. */
final class ValidBody {

    /** How Prometheus words that a scrape failed on the way, not in the body. */
    private static final Set<String> ON_THE_WAY = Set.of(
            "refused",
            "reset",
            "eof",
            "timeout",
            "deadline",
            "no route",
            "unreachable",
            "canceled",
            "status",
            "lookup",
            "closed",
            "broken pipe");

    private static final Set<Purpose> ELSEWHERE = Set.of(Purpose.OTHER_PATH, Purpose.EXCLUDED_ADDRESS);

    private ValidBody() {}

    static Verdict everyBody(History history) {
        Findings findings = new Findings("a body by the rules of the exposition format that its Content-Type names");
        for (WorkerLife worker : history.workers()) {
            boolean serving = false;
            for (Scrape scrape : worker.scrapes()) {
                if (ELSEWHERE.contains(scrape.taken().purpose())
                        || scrape.answered().isEmpty()) {
                    continue;
                }
                Answered answer = scrape.answered().get();
                if (Bodies.isPage(answer)) {
                    serving = true;
                    judge(history, worker, scrape, answer, findings);
                } else if (serving && scrape.taken().purpose() == Purpose.REGULAR && !isExcused(worker, scrape)) {
                    findings.violation(scrape, worker.name() + " served before, but now: " + Bodies.outcome(scrape));
                }
            }
        }
        // Whoever holds the port, Prometheus scrapes him in the place of the worker.
        if (history.missing(Prerequisite.DEFAULT_PORT, "D").isEmpty()) {
            history.answers(Topic.TARGETS).forEach(answer -> judgeIngestion(history, answer, findings));
        }
        return findings.verdict(findings.seen() + " bodies, all valid", Pages.NONE);
    }

    private static void judge(History history, WorkerLife worker, Scrape scrape, Answered answer, Findings findings) {
        if (scrape.exposition().isEmpty()) {
            if (answer.cut()) {
                findings.doubt("%s answers more than %d MiB at %s, of which no more was read"
                        .formatted(
                                worker.name(),
                                answer.body().length >> 20,
                                scrape.taken().url()));
            } else {
                findings.violation(
                        scrape,
                        "the Content-Type '" + answer.contentType() + "' on " + worker.name()
                                + " is none of an exposition");
            }
            return;
        }
        Exposition exposition = scrape.exposition().get();
        findings.looked();
        exposition.problems().stream()
                .filter(problem -> !isOthersMatter(exposition, problem))
                .findFirst()
                .ifPresent(problem -> findings.violation(scrape, problem.line(), worker.name() + ", " + problem));
        judgeTimestamps(history, scrape, exposition, findings);
    }

    /**
     * What the requirements on kontinue's own families say in words of their own, what only our parser's limit is to
     * blame for, and names of a client library's families that clash in OpenMetrics.
     */
    private static boolean isOthersMatter(Exposition exposition, Problem problem) {
        boolean aboutKontinue = exposition.families().stream()
                .filter(family -> family.name().startsWith(MetricNames.PREFIX))
                .anyMatch(family -> spans(family, problem.line()));
        return switch (problem.rule()) {
            case SIZE -> true;
            case HISTOGRAM, VALUE -> aboutKontinue;
            // client_golang's own x and x_total are one name there; Prometheus takes them in.
            case SECOND_TYPE, SECOND_HELP, TYPE_AFTER_SAMPLES, SAMPLE_OF_OTHER_TYPE, INTERLEAVED_FAMILY ->
                exposition.format() == Format.OPENMETRICS && !aboutKontinue;
            default -> false;
        };
    }

    private static boolean spans(Family family, int line) {
        return family.line() <= line
                && family.samples().stream().mapToInt(Sample::line).max().orElse(family.line()) >= line;
    }

    private static void judgeTimestamps(History history, Scrape scrape, Exposition exposition, Findings findings) {
        for (Family family : exposition.families()) {
            for (Sample sample : family.samples()) {
                if (sample.timestampSeconds().isEmpty()) {
                    continue;
                }
                double stamped = sample.timestampSeconds().getAsDouble();
                double tolerance = Tolerances.seconds(Tolerances.TIMESTAMP);
                double earliest = unix(history, scrape.span().from()) - tolerance;
                double latest = unix(history, scrape.span().to()) + tolerance;
                if (!(stamped >= earliest && stamped <= latest)) {
                    double off = stamped < earliest ? stamped - earliest - tolerance : stamped - latest + tolerance;
                    findings.violation(
                            scrape,
                            sample.line(),
                            sample.name() + " carries a timestamp " + Text.seconds(off) + " off the scrape");
                    return;
                }
            }
        }
    }

    private static double unix(History history, long nanos) {
        Instant start = history.head().startedAt();
        return start.getEpochSecond() + start.getNano() / 1e9 + Tolerances.seconds(nanos);
    }

    /** With its right to list taken away, or told to stop, what a worker answers is not this requirement's matter. */
    private static boolean isExcused(WorkerLife worker, Scrape scrape) {
        boolean stopping = worker.stopped()
                .filter(stopped -> stopped.span().from() <= scrape.span().to())
                .isPresent();
        return stopping
                || worker.denials().stream()
                        .anyMatch(
                                denial -> denial.span().from() <= scrape.span().to()
                                        && scrape.span().from() <= denial.span().to() + Tolerances.LONGEST_PERIOD);
    }

    private static void judgeIngestion(History history, PrometheusAnswered answer, Findings findings) {
        PrometheusJson.activeTargets(answer)
                .filter(target -> target.path("health").asString("").equals("down"))
                .map(target -> target.path("scrapeUrl").asString("") + ": "
                        + target.path("lastError").asString(""))
                .filter(error -> !error.endsWith(": "))
                .filter(error -> ON_THE_WAY.stream().noneMatch(error.toLowerCase(Locale.ROOT)::contains))
                .forEach(error -> findings.violation(
                        answer.at(), "Prometheus could not take in " + error, Where.of(history, answer)));
    }
}
