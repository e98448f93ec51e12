package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Failure;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Unanswered;
import java.util.stream.Stream;

/** Judges a worker whose address names a host. */
final class BoundHost {

    private BoundHost() {}

    /** B5: {@code host:port} binds that host only. */
    static Verdict only(History history) {
        Findings findings = new Findings("an answer on the host that was given, and a refusal on every other address");
        for (WorkerLife worker : history.workers()) {
            boolean serves = worker.scrapes(Purpose.REGULAR).stream()
                    .anyMatch(scrape -> scrape.answered().filter(Bodies::isPage).isPresent());
            for (Scrape scrape : worker.scrapes(Purpose.EXCLUDED_ADDRESS)) {
                excluded(worker, scrape, serves, findings);
            }
            if (worker.name().equals("B5") && !serves && worker.endedByItself()) {
                findings.violation(
                        worker.stopped().orElseThrow().at(),
                        "B5 with MetricsBindAddress \""
                                + worker.started().metricsBindAddress().orElse("") + "\" ended by itself",
                        Where.of(history, worker.stopped().orElseThrow()));
            }
        }
        return findings.verdict("only the host that was given answers", reason(history));
    }

    private static void excluded(WorkerLife worker, Scrape scrape, boolean serves, Findings findings) {
        if (scrape.answered().isPresent()) {
            findings.violation(
                    scrape,
                    "%s with MetricsBindAddress \"%s\" answers on %s too"
                            .formatted(
                                    worker.name(),
                                    worker.started().metricsBindAddress().orElse(""),
                                    scrape.taken().url()));
        } else if (!serves) {
            findings.doubt("the host that was given did not answer either");
        } else if (scrape.taken().answer() instanceof Unanswered unanswered
                && unanswered.failure() == Failure.TIMEOUT) {
            findings.doubt(scrape.taken().url() + " neither refused nor answered");
        } else {
            findings.looked();
        }
    }

    private static String reason(History history) {
        return Stream.of(Prerequisite.LOCAL_PROCESS, Prerequisite.OTHER_ADDRESS, Prerequisite.RESTART)
                .flatMap(prerequisite -> history.missing(prerequisite, "B5").stream())
                .findFirst()
                .orElse("no worker was started with a host in its address");
    }
}
