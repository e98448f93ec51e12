package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.exposition.Sample;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.recording.Span;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import java.util.List;
import java.util.OptionalDouble;

/** Compares the sum and the buckets of the latency with what the Executions must have taken. */
final class LatencyDurations {

    private record Bucket(Series series, double bound) {}

    private LatencyDurations() {}

    /** L4. */
    static Verdict waitIsNotCounted(History history) {
        Findings findings = new Findings("the time since the worker began an Execution, not since it was created");
        for (Party party : Party.of(history)) {
            long started = party.workers().stream()
                    .map(WorkerLife::started)
                    .mapToLong(event -> event.span().from())
                    .min()
                    .orElse(0);
            for (Series series : party.series()) {
                for (Tail tail : Tail.of(party, party.works(series))) {
                    if (tail.works().stream().anyMatch(work -> waited(work, started) > 0)) {
                        judgeWait(party, series, tail, started, findings);
                    }
                }
            }
        }
        return findings.verdict(
                "Executions that had waited before the worker began show only their own time on " + findings.seen()
                        + " quiet pages",
                "no quiet page tells the time of Executions from the " + Text.seconds(Tolerances.LEAST_WAIT)
                        + " or more that they had waited");
    }

    private static void judgeWait(Party party, Series series, Tail tail, long started, Findings findings) {
        double sum = tail.moved(MetricNames.LATENCY_SUM, Series::of, series);
        double most = tail.works().stream().mapToDouble(Work::longest).sum();
        double withWait = tail.works().stream()
                .mapToDouble(work -> work.shortest() + Tolerances.seconds(waited(work, started)))
                .sum();
        if (sum <= most && most < withWait) {
            findings.looked();
        } else if (sum > most && sum >= withWait) {
            findings.violation(
                    tail.reading().at(),
                    series + ": " + Text.seconds(sum) + " on " + party.name() + ", where at most " + Text.seconds(most)
                            + " can have been worked: counted from the creation, the wait included",
                    tail.reading().where(MetricNames.LATENCY_SUM, Series::of, series));
        }
    }

    /** Returns how long an Execution had waited when the worker was started; 0 for less than tells anything. */
    private static long waited(Work work, long started) {
        long wait = work.life()
                .created()
                .map(created -> started - created.span().to())
                .orElse(0L);
        return wait >= Tolerances.LEAST_WAIT ? wait : 0;
    }

    /** L9. */
    static Verdict agreeWithKnownOnes(History history) {
        Findings findings = new Findings(
                "a sum of at least the known durations less 10 ms each, of at most the time between claim and end plus"
                        + " 0.25 s each and 1 s, and each duration in its bucket");
        for (Party party : Party.of(history)) {
            for (Series series : party.series()) {
                Tail.of(party, party.works(series)).stream()
                        .filter(tail -> LatencyCounts.right(tail, series))
                        .forEach(tail -> judge(history, party, series, tail, findings));
            }
        }
        return findings.verdict(
                "sum and buckets agree with the known durations on " + findings.seen() + " quiet pages",
                "no quiet page showed the right number of observations");
    }

    /** One late Execution may be as late as the hand-over grants; that all of them are is no chance. */
    private static double longestSum(History history, Tail tail) {
        long late = tail.works().stream()
                .flatMap(work -> work.life().terminal().stream())
                .mapToLong(terminal -> Lateness.around(history, Span.at(terminal.at())))
                .max()
                .orElse(0);
        double each = Tolerances.seconds(Tolerances.LATENCY_GRAIN - Tolerances.HANDOVER + late);
        return tail.works().stream().mapToDouble(work -> work.longest() + each).sum()
                + Tolerances.seconds(Tolerances.HANDOVER);
    }

    private static void judge(History history, Party party, Series series, Tail tail, Findings findings) {
        List<Work> works = tail.works();
        Range sums = new Range(works.stream().mapToDouble(Work::shortest).sum(), longestSum(history, tail));
        double sum = tail.moved(MetricNames.LATENCY_SUM, Series::of, series);
        if (sums.least() > 0) {
            findings.looked();
        }
        if (!sums.holds(sum)) {
            findings.violation(
                    tail.reading().at(),
                    series + ": a sum of " + Text.seconds(sum) + " on " + party.name() + ", where "
                            + Text.seconds(sums.least()) + " to " + Text.seconds(sums.most()) + " was right for "
                            + works.size() + " Executions",
                    tail.reading().where(MetricNames.LATENCY_SUM, Series::of, series));
        }
        for (double bound : bounds(tail.reading(), series)) {
            judgeBucket(party, tail, new Bucket(series, bound), findings);
        }
    }

    private static void judgeBucket(Party party, Tail tail, Bucket bucket, Findings findings) {
        Range range = new Range(
                tail.works().stream()
                        .filter(work -> work.longest() <= bucket.bound())
                        .count(),
                tail.works().stream()
                        .filter(work -> work.shortest() <= bucket.bound())
                        .count());
        double value = tail.moved(MetricNames.LATENCY_BUCKET, LatencyDurations::bucket, bucket);
        if (!range.holdsCount(value)) {
            findings.violation(
                    tail.reading().at(),
                    bucket.series() + ": " + Text.number(value) + " on " + party.name() + " in the bucket of "
                            + Text.number(bucket.bound()) + " s, where " + range + " was right",
                    tail.reading().where(MetricNames.LATENCY_BUCKET, LatencyDurations::bucket, bucket));
        }
    }

    private static List<Double> bounds(Reading reading, Series series) {
        return reading.sums(MetricNames.LATENCY_BUCKET, LatencyDurations::bucket).keySet().stream()
                .filter(bucket -> bucket.series().equals(series))
                .map(Bucket::bound)
                .filter(bound -> !bound.isNaN())
                .sorted()
                .toList();
    }

    private static Bucket bucket(Sample sample) {
        OptionalDouble bound = Buckets.bound(sample);
        return new Bucket(Series.of(sample), bound.orElse(Double.NaN));
    }
}
