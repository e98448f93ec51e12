package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.recording.Span;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the running gauge with the counts that were true while it was read. */
final class RunningCounts {

    private RunningCounts() {}

    /** R3. */
    static Verdict everyValueWasTrue(History history) {
        Findings findings = new Findings(
                "at every scrape a number of Executions that were running then, give or take 1 s of hand-over");
        int values = 0;
        for (Party party : Party.of(history)) {
            Map<Series, List<Work>> works = party.worksBySeries();
            for (Reading reading : party.readings()) {
                Map<Series, Double> gauges = reading.sums(MetricNames.RUNNING, Series::of);
                Set<Series> all = new HashSet<>(works.keySet());
                all.addAll(gauges.keySet());
                for (Series series : all) {
                    values++;
                    List<Work> own = works.getOrDefault(series, List.of());
                    compare(history, party, own, reading, series, gauges.getOrDefault(series, 0.0), findings);
                }
            }
        }
        findings.measure("values", values);
        findings.measure("values.aboveZero", findings.seen());
        return findings.verdict(
                values + " values, each true at its time; " + findings.seen() + " of them had to be above 0",
                "no Execution ran for long enough that a scrape had to show it");
    }

    private static void compare(
            History history,
            Party party,
            List<Work> works,
            Reading reading,
            Series series,
            double value,
            Findings findings) {
        Range range = range(works, reading.span(), 0);
        if (range.holdsCount(value)) {
            if (range.least() > 0) {
                findings.looked();
            }
            return;
        }
        long late = Lateness.around(history, reading.span());
        if (late > 0 && range(works, reading.span(), late).holdsCount(value)) {
            findings.doubt("our own lateness of " + Text.seconds(late) + " may be why " + series + " was off on "
                    + party.name());
            return;
        }
        findings.violation(
                reading.at(),
                series + ": " + Text.number(value) + " on " + party.name() + ", while " + range + " were running",
                reading.where(MetricNames.RUNNING, Series::of, series));
    }

    /** Returns how many of some Executions a running gauge can count during a span. */
    static Range range(List<Work> works, Span span, long late) {
        return new Range(
                works.stream().filter(work -> work.mustRun(span, late)).count(),
                works.stream().filter(work -> work.mayRun(span, late)).count());
    }
}
