package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.recording.PortProbed;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import cloud.kontinue.metrics.conformance.recording.WorkerStopped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Judges workers whose metrics were given an address of their own. */
final class CustomAddress {

    private static final Set<String> CUSTOM = Set.of("W1", "W2", "W3");
    private static final String DEFAULT_PORT = ":8080";

    private CustomAddress() {}

    /** B1: a custom address serves. */
    static Verdict serves(History history) {
        Findings findings = new Findings("/metrics answered on the address that was given");
        for (WorkerLife worker : customs(history)) {
            List<Scrape> scrapes = whileItRan(worker);
            Optional<Scrape> page =
                    scrapes.stream().filter(CustomAddress::isPage).findFirst();
            if (page.isPresent()) {
                findings.looked();
            } else {
                silent(history, worker, scrapes, findings);
            }
        }
        return findings.verdict(
                "served by " + findings.seen() + " workers",
                history.missing(Prerequisite.RESTART, "")
                        .orElse("no worker with an address of its own came up: neither its port nor a claim was seen"));
    }

    /** A worker that answers wrongly, works, or ends: it came up, and its address was not served. */
    private static void silent(History history, WorkerLife worker, List<Scrape> scrapes, Findings findings) {
        String given =
                "MetricsBindAddress \"" + worker.started().metricsBindAddress().orElse("") + "\"";
        Optional<Scrape> wrong = WrongAnswers.last(scrapes);
        Optional<Long> claim = Claims.first(history, worker).filter(any -> Claims.areItsOwn(history, worker));
        Optional<Scrape> afterClaim = claim.flatMap(at -> scrapes.stream()
                .filter(scrape -> scrape.span().from() > at + Tolerances.SCRAPE)
                .reduce((first, last) -> last));
        boolean othersRun = history.workers().stream()
                .anyMatch(other -> other.scrapes(Purpose.REGULAR).stream().anyMatch(CustomAddress::isPage));
        if (wrong.isPresent()) {
            findings.violation(
                    wrong.get(), worker.name() + " with " + given + " answers: " + Bodies.outcome(wrong.get()));
        } else if (afterClaim.isPresent()) {
            findings.violation(
                    afterClaim.get(),
                    worker.name() + " with " + given + " runs Executions, but "
                            + afterClaim.get().taken().url() + ": " + Bodies.outcome(afterClaim.get()));
        } else if (worker.endedByItself() && othersRun && !foundItsPortTaken(worker)) {
            findings.violation(
                    worker.stopped().orElseThrow().at(),
                    worker.name() + " with " + given + " ended by itself",
                    Where.of(history, worker.stopped().orElseThrow()));
        }
    }

    /** Once it ended, whatever answers at its port is not it. */
    private static List<Scrape> whileItRan(WorkerLife worker) {
        long end = worker.stopped().map(stopped -> stopped.span().from()).orElse(Long.MAX_VALUE);
        return worker.scrapes(Purpose.REGULAR).stream()
                .filter(scrape -> scrape.span().to() <= end)
                .toList();
    }

    /** The port was free when the run chose it, and another program was quicker to take it. */
    private static boolean foundItsPortTaken(WorkerLife worker) {
        String output = worker.stopped().map(WorkerStopped::output).orElse("").toLowerCase(Locale.ROOT);
        return output.contains("in use") || output.contains("eaddrinuse");
    }

    /** B2: and 8080 then does not. */
    static Verdict leavesTheDefaultFree(History history) {
        Findings findings = new Findings("nothing of kontinue's on port 8080 while another address is given");
        for (WorkerLife worker : customs(history)) {
            Optional<String> missing = history.missing(Prerequisite.DEFAULT_PORT, worker.name())
                    .filter(taken -> worker.sockets().stream()
                            .flatMap(sockets -> sockets.listeners().stream())
                            .noneMatch(listener -> listener.endsWith(DEFAULT_PORT)));
            long served = worker.scrapes(Purpose.REGULAR).stream()
                    .filter(CustomAddress::isPage)
                    .mapToLong(scrape -> scrape.span().to())
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
            for (PortProbed probe : worker.probes()) {
                if (!probe.listener().endsWith(DEFAULT_PORT) || own(worker)) {
                    continue;
                }
                switch (probe.outcome()) {
                    case METRICS ->
                        missing.ifPresentOrElse(
                                findings::doubt,
                                () -> findings.violation(
                                        probe.at(),
                                        "%s with MetricsBindAddress \"%s\" serves %s too: %s"
                                                .formatted(
                                                        worker.name(),
                                                        worker.started()
                                                                .metricsBindAddress()
                                                                .orElse(""),
                                                        probe.listener(),
                                                        probe.detail()),
                                        Where.of(history, probe)));
                    case REFUSED, NO_METRICS -> {
                        if (probe.span().from() >= served) {
                            findings.looked();
                        }
                    }
                    case SILENT -> findings.doubt("port 8080 neither refused nor answered: " + probe.detail());
                }
            }
        }
        return findings.verdict(
                "8080 serves nothing of kontinue's",
                history.missing(Prerequisite.DEFAULT_PORT, "")
                        .orElse("port 8080 was not tried while a worker served another address"));
    }

    private static boolean own(WorkerLife worker) {
        return worker.started().metricsBindAddress().orElse("").endsWith(DEFAULT_PORT);
    }

    private static boolean isPage(Scrape scrape) {
        return scrape.answered().filter(Bodies::isPage).isPresent();
    }

    private static List<WorkerLife> customs(History history) {
        return history.workers().stream()
                .filter(worker -> CUSTOM.contains(worker.name()))
                .filter(worker -> worker.started().metricsBindAddress().isPresent())
                .toList();
    }
}
