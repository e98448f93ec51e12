package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import java.util.List;
import java.util.Optional;

/** L3: looks in which unit the average latency agrees with the known durations. */
final class LatencyUnit {

    private record Unit(String name, double perSecond) {}

    private static final List<Unit> OTHERS = List.of(
            new Unit("milliseconds", 1e3),
            new Unit("microseconds", 1e6),
            new Unit("nanoseconds", 1e9),
            new Unit("minutes", 1 / 60.0));

    private LatencyUnit() {}

    static Verdict seconds(History history) {
        Findings findings = new Findings("a latency in seconds");
        for (Party party : Party.of(history)) {
            for (Series series : party.series()) {
                Tail.of(party, party.works(series)).forEach(tail -> judge(party, series, tail, findings));
            }
        }
        return findings.verdict(
                "the average agrees with the known durations in seconds on " + findings.seen() + " quiet pages",
                "no quiet page showed an average latency that agrees with the known durations in any unit");
    }

    private static void judge(Party party, Series series, Tail tail, Findings findings) {
        double count = tail.moved(MetricNames.LATENCY_COUNT, Series::of, series);
        double sum = tail.moved(MetricNames.LATENCY_SUM, Series::of, series);
        Range expected = average(tail.works());
        if (!(count > 0) || expected.least() <= 0) {
            return;
        }
        double average = sum / count;
        if (expected.holds(average)) {
            findings.looked();
            return;
        }
        Optional<Unit> fitting = OTHERS.stream()
                .filter(unit -> expected.holds(average / unit.perSecond()))
                .findFirst();
        fitting.ifPresent(unit -> findings.violation(
                tail.reading().at(),
                series + ": an average of " + Text.number(average) + " on " + party.name() + ", where "
                        + Text.seconds(expected.least()) + " to " + Text.seconds(expected.most())
                        + " was right: looks like " + unit.name(),
                tail.reading().where(MetricNames.LATENCY_SUM, Series::of, series)));
    }

    private static Range average(List<Work> works) {
        return new Range(
                works.stream().mapToDouble(Work::shortest).average().orElse(0),
                works.stream().mapToDouble(Work::longest).average().orElse(0));
    }
}
