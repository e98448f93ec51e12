package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.ExecutionLife;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.recording.Span;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Looks whether the running gauge comes down again.
 *
 * <p>A value that what others run at that time explains is another requirement's matter.
 */
final class RunningFalls {

    private static final Set<String> ACTIVE = Set.of("Executing", "Suspended", "Backoff");

    private RunningFalls() {}

    /** R4. */
    static Verdict afterSuccess(History history) {
        return after(history, Work::succeeded, "successes");
    }

    /** R5. */
    static Verdict afterFailure(History history) {
        return after(history, Work::failed, "failures");
    }

    private static Verdict after(History history, Predicate<Work> ended, String outcome) {
        Findings findings =
                new Findings("0 once the " + outcome + " of a function are over for 1 s and none of it runs");
        for (Party party : Party.of(history)) {
            for (Series series : party.series()) {
                judge(history, party, series, ended, outcome, findings);
            }
        }
        return findings.verdict(
                "back to 0 on " + findings.seen() + " pages after " + outcome,
                "no page was seen on which a gauge that had risen had to be back after " + outcome);
    }

    private static void judge(
            History history, Party party, Series series, Predicate<Work> ended, String outcome, Findings findings) {
        List<Work> works = party.works(series);
        List<ExecutionLife> everyones = history.executions().stream()
                .filter(life -> new Series(life.function(), life.namespace()).equals(series))
                .toList();
        Set<String> served = history.workers().stream().map(WorkerLife::group).collect(Collectors.toSet());
        boolean risen = false;
        for (Reading reading : party.readings()) {
            long late = Lateness.around(history, reading.span());
            double value = reading.sums(MetricNames.RUNNING, Series::of).getOrDefault(series, 0.0);
            risen |= value > 0;
            List<Work> begun =
                    works.stream().filter(work -> work.begun(reading.span())).toList();
            boolean due = !begun.isEmpty()
                    && begun.stream().allMatch(ended)
                    && begun.stream().noneMatch(work -> work.mayRun(reading.span(), late));
            long others = everyones.stream()
                    .filter(life -> isActive(life, served, reading.span(), late))
                    .count();
            if (due && value > others) {
                findings.violation(
                        reading.at(),
                        series + ": still " + Text.number(value) + " on " + party.name() + " after " + begun.size()
                                + " " + outcome + ", with nothing of it running",
                        reading.where(MetricNames.RUNNING, Series::of, series));
            } else if (due && risen && value == 0) {
                findings.looked();
            }
        }
    }

    /** Returns whether some gauge, whosever, had a reason to count an Execution during a span. */
    private static boolean isActive(ExecutionLife life, Set<String> served, Span span, long late) {
        return new Work(life, false, 0).mayRun(span, late)
                && (served.contains(life.group())
                        || life.states().stream().anyMatch(state -> ACTIVE.contains(state.phase())));
    }
}
