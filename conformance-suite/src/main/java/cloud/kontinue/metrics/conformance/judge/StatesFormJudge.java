package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.requirement.MetricNames.PREFIX;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.STATES;

import cloud.kontinue.metrics.conformance.exposition.Family;
import cloud.kontinue.metrics.conformance.exposition.FamilyType;
import cloud.kontinue.metrics.conformance.history.Combination;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.Truth;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.judge.Verdict.Conforms;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Judges name, type and labels of the states. */
final class StatesFormJudge {

    private StatesFormJudge() {}

    /** S1: name, and type gauge. */
    static Verdict nameAndType(History history) {
        Verdict name = name(history);
        return name instanceof Conforms ? FamilyChecks.type(history, STATES, FamilyType.GAUGE) : name;
    }

    /** S2: exactly the labels function, state, namespace and worker. */
    static Verdict labels(History history) {
        return FamilyChecks.labels(history, Combination.LABELS, page -> Samples.of(page, STATES));
    }

    private static Verdict name(History history) {
        Findings findings = new Findings("samples named exactly " + STATES + ", at most 33 s after the worker's start");
        Truth truth = Truth.of(history.recording());
        for (WorkerLife worker : Pages.workers(history)) {
            List<Scrape> pages = Pages.of(worker);
            Scrape last = pages.get(pages.size() - 1);
            long due = Math.max(worker.started().at(), pages.get(0).span().to())
                    + Tolerances.FIRST_LISTING
                    + Tolerances.LISTING
                    + Tolerances.PUBLISH
                    + history.lateness(Span.between(
                            worker.started().span().from(), last.span().to()));
            boolean shown =
                    pages.stream().anyMatch(page -> !Samples.of(page, STATES).isEmpty());
            boolean something =
                    !truth.kinds(truth.versionAt(pages.get(0).span().from())).isEmpty();
            if (shown) {
                findings.looked();
            } else if (something && worker.denials().isEmpty() && last.span().from() > due) {
                findings.violation(
                        last,
                        "no sample named %s on the page of %s, %s after its start; kontinue's names there: %s"
                                .formatted(
                                        STATES,
                                        worker.name(),
                                        Text.seconds(last.span().from()
                                                - worker.started().at()),
                                        Text.list(names(last))));
            }
        }
        return findings.verdict(
                "shown by " + findings.seen() + " workers", "no worker lived until its first listing was due");
    }

    private static Set<String> names(Scrape page) {
        Set<String> names = new TreeSet<>();
        page.exposition().stream()
                .flatMap(exposition -> exposition.families().stream())
                .map(Family::name)
                .filter(name -> name.startsWith(PREFIX))
                .forEach(names::add);
        return names;
    }
}
