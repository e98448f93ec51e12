package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import java.util.List;
import java.util.Optional;

/** E1: looks whether a worker with default options serves {@code /metrics} on port 8080. */
final class DefaultAddress {

    private static final String DOCUMENTED = ":8080/metrics";

    private DefaultAddress() {}

    static Verdict serves(History history) {
        Findings findings = new Findings("with default options, " + DOCUMENTED + " answers a scrape within 10 s");
        List<WorkerLife> workers = history.workers().stream()
                .filter(worker -> worker.started().metricsBindAddress().isEmpty())
                .toList();
        Optional<String> missing = history.missing(Prerequisite.DEFAULT_PORT, "");
        for (WorkerLife worker : workers) {
            Optional<String> own = history.missing(Prerequisite.DEFAULT_PORT, worker.name());
            missing = missing.or(() -> own);
            if (own.isEmpty()) {
                judge(history, worker, findings);
            }
        }
        return findings.verdict(
                "answered within " + Text.seconds(Tolerances.SCRAPE),
                missing.orElse("no worker with default options was there to be scraped"));
    }

    private static void judge(History history, WorkerLife worker, Findings findings) {
        boolean documented = worker.scrapes(Purpose.REGULAR).stream()
                .anyMatch(scrape -> scrape.taken().url().endsWith(DOCUMENTED));
        if (worker.started().kind().equals("url") && !documented) {
            return;
        }
        List<Scrape> served = worker.scrapes(Purpose.REGULAR).stream()
                .filter(scrape -> scrape.answered().filter(Bodies::isPage).isPresent())
                .toList();
        long quickest = served.stream()
                .mapToLong(scrape -> scrape.span().to() - scrape.span().from())
                .min()
                .orElse(Long.MAX_VALUE);
        if (quickest <= Tolerances.SCRAPE) {
            findings.looked();
            findings.measure("answerSeconds.quickest", Tolerances.seconds(quickest));
        } else if (!served.isEmpty()) {
            judgeSlow(history, worker, served.get(0), quickest, findings);
        } else {
            judgeSilence(history, worker, findings);
        }
    }

    private static void judgeSlow(History history, WorkerLife worker, Scrape first, long quickest, Findings findings) {
        long late = Lateness.around(history, first.span());
        if (quickest <= Tolerances.SCRAPE + late) {
            findings.doubt("our own lateness of " + Text.seconds(late) + " may be why the quickest answer took "
                    + Text.seconds(quickest));
        } else {
            findings.violation(first, "the quickest answer of " + worker.name() + " took " + Text.seconds(quickest));
        }
    }

    /** A worker that is ready, or long should be, and yet serves nothing; one that never came up says nothing. */
    private static void judgeSilence(History history, WorkerLife worker, Findings findings) {
        Optional<Long> claimed = Claims.first(history, worker);
        List<Scrape> scrapes = worker.scrapes(Purpose.REGULAR);
        Optional<Scrape> wrong = WrongAnswers.last(scrapes);
        Optional<Scrape> silent = claimed.filter(any -> Claims.areItsOwn(history, worker))
                .flatMap(at -> scrapes.stream()
                        .filter(scrape -> scrape.span().from() >= at + Tolerances.SCRAPE)
                        .reduce((first, last) -> last));
        wrong.or(() -> silent)
                .ifPresent(scrape -> findings.violation(
                        scrape,
                        worker.name() + (claimed.isPresent() ? " claims Executions, but " : " answers, but ")
                                + scrape.taken().url() + ": " + Bodies.outcome(scrape)));
    }
}
