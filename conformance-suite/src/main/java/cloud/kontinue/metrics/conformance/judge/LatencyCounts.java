package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import java.util.List;
import java.util.function.Predicate;

/** Compares the count of the latency with the Executions that ended. */
final class LatencyCounts {

    private LatencyCounts() {}

    /** L5. */
    static Verdict oncePerSuccess(History history) {
        return once(history, Work::succeeded, "success", "successes");
    }

    /** L6. */
    static Verdict oncePerFailure(History history) {
        return once(history, Work::failed, "failure", "failures");
    }

    private static Verdict once(History history, Predicate<Work> ended, String one, String many) {
        Findings findings = new Findings(
                "one observation per " + one + ", at the latest 3 s after the end of the Execution was seen");
        double most = 0;
        for (Party party : Party.of(history)) {
            for (Series series : party.series()) {
                for (Tail tail : Tail.of(party, party.works(series))) {
                    if (tail.works().stream().allMatch(ended)) {
                        judge(history, party, series, tail, many, findings);
                        most = Math.max(most, tail.works().size());
                    }
                }
            }
        }
        findings.measure(many, most);
        return findings.verdict(
                "exactly one observation per " + one + " on " + findings.seen() + " quiet pages",
                "no quiet page was seen after Executions of a function that ended in " + many + " only");
    }

    private static void judge(History history, Party party, Series series, Tail tail, String many, Findings findings) {
        double value = tail.moved(MetricNames.LATENCY_COUNT, Series::of, series);
        Range range = tail.count(work -> true);
        if (range.holdsCount(value)) {
            if (range.most() > 0 && range.least() > 0) {
                findings.looked();
            }
        } else if (tail.excusable(history, value, range)) {
            findings.doubt("this machine was too slow to say whether the latency of " + series + " came in time");
        } else {
            findings.violation(
                    tail.reading().at(),
                    series + ": " + Text.number(value) + " observations on " + party.name() + " after " + range + " "
                            + many,
                    tail.reading().where(MetricNames.LATENCY_COUNT, Series::of, series));
        }
    }

    /** Returns whether a tail's count is right, so that its durations can be judged. */
    static boolean right(Tail tail, Series series) {
        List<Work> works = tail.works();
        return works.stream().allMatch(work -> work.sure() && (work.succeeded() || work.failed()))
                && tail.moved(MetricNames.LATENCY_COUNT, Series::of, series) == works.size();
    }
}
