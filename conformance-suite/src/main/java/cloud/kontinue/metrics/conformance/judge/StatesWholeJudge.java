package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.Combination;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Kind;
import cloud.kontinue.metrics.conformance.history.Refresh;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import java.util.Optional;

/** Judges what goes beyond single values: that a scrape is not torn, and that other namespaces are there. */
final class StatesWholeJudge {

    private StatesWholeJudge() {}

    /** S14: a scrape during a refresh is not torn. */
    static Verdict notTorn(History history) {
        Findings findings = new Findings("all values of a scrape from one instant");
        for (StatesSeen seen : StatesSeen.all(history)) {
            Tearing tearing = new Tearing(seen);
            Optional<Outage> outage = Outage.of(seen);
            for (int index = 0; index < seen.refreshes().size(); index++) {
                Refresh refresh = seen.refreshes().get(index);
                if (outage.filter(out -> out.excuses(refresh)).isPresent()) {
                    continue;
                }
                if (!seen.exactly(refresh).isEmpty()) {
                    findings.looked();
                } else if (!seen.nearly(refresh).isEmpty() || tearing.torn(index)) {
                    findings.violation(
                            refresh.first(),
                            "%s showed at %s values of different instants, %d series in all"
                                    .formatted(
                                            seen.worker().name(),
                                            Text.seconds(refresh.first().span().to()),
                                            refresh.shown().size()));
                }
            }
        }
        return findings.verdict(
                findings.seen() + " different sets of states, each true at one instant",
                "no scrape showed states that were true at one instant");
    }

    /** S15: Executions of other namespaces are counted too. */
    static Verdict elsewhere(History history) {
        String elsewhere = history.head().names().elsewhere();
        Optional<String> missing = history.missing(Prerequisite.ELSEWHERE, "");
        if (missing.isPresent()) {
            return Findings.notVerified(missing.get());
        }
        Findings findings = new Findings("series with namespace=\"" + elsewhere + "\" too, where Executions are");
        for (StatesSeen seen : StatesSeen.all(history)) {
            Refresh last = seen.refreshes().get(seen.refreshes().size() - 1);
            int version = seen.truth().versionAt(seen.listed(last).from());
            boolean there = seen.truth().kinds(version).keySet().stream()
                    .map(Kind::namespace)
                    .anyMatch(elsewhere::equals);
            boolean shown = seen.refreshes().stream()
                    .flatMap(refresh -> refresh.shown().keySet().stream())
                    .map(Combination::namespace)
                    .anyMatch(elsewhere::equals);
            if (shown) {
                findings.looked();
            } else if (there) {
                findings.violation(last.first(), seen.worker().name() + " shows only Executions of its own namespace");
            }
        }
        return findings.verdict(
                "shown by " + findings.seen() + " workers", "no Execution in another namespace could have been shown");
    }
}
