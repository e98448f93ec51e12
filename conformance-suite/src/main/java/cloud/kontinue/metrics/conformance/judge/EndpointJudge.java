package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges the page's section on endpoint. */
final class EndpointJudge {

    private static final int AT_ONCE = 16;

    private EndpointJudge() {}

    /** Returns the checks by the id of their requirement. */
    static Map<String, Check> checks() {
        return Map.of(
                "E1", DefaultAddress::serves,
                "E2", EndpointJudge::otherAddress,
                "E3", ValidBody::everyBody,
                "E4", AcceptedTypes::byBothVersions,
                "E5", Sameness::scrapingChangesNothing,
                "E6", EndpointJudge::burst,
                "E7", Sameness::everyFormatSaysTheSame,
                "E8", EndpointJudge::otherPath);
    }

    /** E2. */
    private static Verdict otherAddress(History history) {
        Optional<String> missing = history.workers().stream()
                .filter(worker -> worker.started().metricsBindAddress().isEmpty())
                .flatMap(worker -> history.missing(Prerequisite.OTHER_ADDRESS, worker.name()).stream())
                .findFirst();
        Findings findings = new Findings("an answer on every address of the pod, not only on loopback");
        for (WorkerLife worker : history.workers()) {
            List<Scrape> scrapes = worker.scrapes(Purpose.OTHER_ADDRESS);
            if (scrapes.stream()
                    .anyMatch(scrape -> scrape.answered().filter(Bodies::isPage).isPresent())) {
                findings.looked();
            } else if (!scrapes.isEmpty() && !Pages.of(worker).isEmpty()) {
                Scrape last = scrapes.get(scrapes.size() - 1);
                findings.violation(
                        last,
                        worker.name() + " answers on its usual address, but on "
                                + last.taken().url() + ": " + Bodies.outcome(last));
            }
        }
        return findings.verdict(
                "answered on another address of the host",
                missing.orElse("no other address of a worker that served was tried"));
    }

    /** E6. */
    private static Verdict burst(History history) {
        Findings findings = new Findings("16 scrapes at once, each answered with status 200 within 10 s");
        double slowest = 0;
        for (WorkerLife worker : history.workers()) {
            // One that never had a page is a matter of its address.
            List<Scrape> scrapes = Pages.of(worker).isEmpty() ? List.of() : worker.scrapes(Purpose.BURST);
            if (!scrapes.isEmpty() && scrapes.size() < AT_ONCE) {
                findings.doubt("only " + scrapes.size() + " of 16 scrapes at once were made");
            }
            for (Scrape scrape : scrapes) {
                long took = scrape.span().to() - scrape.span().from();
                long late = Lateness.around(history, scrape.span());
                slowest = Math.max(slowest, Tolerances.seconds(took));
                boolean answered = scrape.answered().filter(Bodies::isPage).isPresent();
                if (answered && took <= Tolerances.SCRAPE) {
                    findings.looked();
                } else if (answered && took <= Tolerances.SCRAPE + late) {
                    findings.doubt("our own lateness of " + Text.seconds(late) + " may be why a scrape took "
                            + Text.seconds(took));
                } else {
                    findings.violation(
                            scrape,
                            "one of 16 scrapes at once on " + worker.name() + ": " + Bodies.outcome(scrape) + " after "
                                    + Text.seconds(took));
                }
            }
        }
        findings.measure("answerSeconds.worst", slowest);
        return findings.verdict(
                findings.seen() + " scrapes, the slowest took " + Text.seconds(slowest),
                "no 16 scrapes at once were made");
    }

    /** E8. */
    private static Verdict otherPath(History history) {
        Findings findings = new Findings("metrics under /metrics only");
        for (WorkerLife worker : history.workers()) {
            for (Scrape scrape : worker.scrapes(Purpose.OTHER_PATH)) {
                Optional<Answered> answer = scrape.answered();
                if (answer.filter(answered -> answered.status() == 200)
                        .filter(Bodies::namesKontinue)
                        .isPresent()) {
                    findings.violation(
                            scrape, scrape.taken().url() + " of " + worker.name() + " serves kontinue's metrics too");
                } else if (answer.isPresent()) {
                    findings.looked();
                }
            }
        }
        return findings.verdict("no metrics under another path", "no other path was answered");
    }
}
