package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.ExecutionLife;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.recording.Span;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks whether the running gauge counts what it must leave to others. */
final class RunningShares {

    private static final String SUSPENDED = "Suspended";

    private RunningShares() {}

    /** R6. */
    static Verdict ownOnly(History history) {
        Findings findings = new Findings("each worker counts the Executions that it runs itself, and no other's");
        List<Party> parties = Party.of(history);
        for (Party party : parties) {
            List<Work> sharers = parties.stream()
                    .filter(other ->
                            !other.name().equals(party.name()) && other.group().equals(party.group()))
                    .flatMap(other -> other.works().stream())
                    .toList();
            for (Reading reading : party.readings()) {
                judgeShare(history, party, reading, sharers, findings);
            }
        }
        return findings.verdict(
                "right on " + findings.seen()
                        + " values while another worker of the group was running the same function",
                "no two workers of one group were seen to run the same function");
    }

    private static void judgeShare(
            History history, Party party, Reading reading, List<Work> sharers, Findings findings) {
        long late = Lateness.around(history, reading.span());
        Map<Series, Double> gauges = reading.sums(MetricNames.RUNNING, Series::of);
        Stream<Series> shared = sharers.stream().map(Work::series);
        Stream.of(party.series().stream(), gauges.keySet().stream(), shared)
                .flatMap(all -> all)
                .distinct()
                .forEach(series -> {
                    double value = gauges.getOrDefault(series, 0.0);
                    Range own = RunningCounts.range(party.works(series), reading.span(), late);
                    boolean contested = party.workers().size() > 1
                            ? own.least() > 0
                            : sharers.stream()
                                    .filter(work -> work.series().equals(series))
                                    .anyMatch(work -> work.mustRun(reading.span(), late));
                    if (value <= own.most()) {
                        if (contested) {
                            findings.looked();
                        }
                    } else if (value <= everyones(history, series, reading.span(), late)) {
                        findings.violation(
                                reading.at(),
                                series + ": " + Text.number(value) + " on " + party.name() + ", which ran at most "
                                        + Text.number(own.most()) + " of them; others' Executions must be among those",
                                reading.where(MetricNames.RUNNING, Series::of, series));
                    }
                });
    }

    private static long everyones(History history, Series series, Span span, long late) {
        return history.executions().stream()
                .filter(life -> series.equals(new Series(life.function(), life.namespace())))
                .filter(life -> new Work(life, false, 0).mayRun(span, late))
                .count();
    }

    /** R8. */
    static Verdict suspendedIsNotRunning(History history) {
        Findings findings = new Findings("a Suspended Execution is not counted as running");
        for (Party party : Party.of(history)) {
            for (Work work : party.works()) {
                if (work.pauses()) {
                    judgePause(history, party, work, findings);
                }
            }
        }
        return findings.verdict(
                "not counted on " + findings.seen() + " pages", "no page was taken while an Execution was Suspended");
    }

    private static void judgePause(History history, Party party, Work paused, Findings findings) {
        List<Work> rest = party.works(paused.series()).stream()
                .filter(work -> !work.life().name().equals(paused.life().name()))
                .toList();
        for (Reading reading : party.readings()) {
            long late = Lateness.around(history, reading.span());
            if (!suspendedThroughout(paused.life(), reading.span(), late)) {
                continue;
            }
            double value = reading.sums(MetricNames.RUNNING, Series::of).getOrDefault(paused.series(), 0.0);
            if (value > RunningCounts.range(rest, reading.span(), late).most()) {
                findings.violation(
                        reading.at(),
                        paused.series() + ": " + Text.number(value) + " on " + party.name() + " while "
                                + paused.life().name() + " was Suspended",
                        reading.where(MetricNames.RUNNING, Series::of, paused.series()));
            } else if (paused.sure()) {
                findings.looked();
            }
        }
    }

    private static boolean suspendedThroughout(ExecutionLife life, Span span, long late) {
        List<ExecutionLife.State> states = life.states();
        for (int index = 0; index < states.size(); index++) {
            long from = states.get(index).at() + Tolerances.HANDOVER + late;
            long to = index + 1 < states.size() ? states.get(index + 1).at() - Tolerances.HANDOVER : Long.MAX_VALUE;
            if (states.get(index).phase().equals(SUSPENDED) && from <= span.from() && span.to() <= to) {
                return true;
            }
        }
        return false;
    }
}
