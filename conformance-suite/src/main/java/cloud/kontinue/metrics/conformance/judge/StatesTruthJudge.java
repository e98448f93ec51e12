package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.Tolerances.seconds;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Refresh;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.Spans;
import cloud.kontinue.metrics.conformance.judge.Verdict.Conforms;
import cloud.kontinue.metrics.conformance.judge.Verdict.NotVerified;
import cloud.kontinue.metrics.conformance.judge.Verdict.Violates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Judges whether every scrape shows what was true within the age that the period allows. */
final class StatesTruthJudge {

    private static final int ENOUGH_EVIDENCE = 5;

    private final History history;
    private final List<Evidence> wrong = new ArrayList<>();
    private final List<String> undecided = new ArrayList<>();
    private String worst = "";
    private int scrapes;
    private int wrongScrapes;
    private long oldest;

    private StatesTruthJudge(History history) {
        this.history = history;
    }

    /** S3: every scrape equals the truth at one instant of the last 30 seconds. */
    static Verdict truth(History history) {
        StatesTruthJudge judge = new StatesTruthJudge(history);
        StatesSeen.all(history).forEach(judge::judge);
        return judge.verdict();
    }

    private void judge(StatesSeen seen) {
        Tearing tearing = new Tearing(seen);
        Optional<Outage> outage = Outage.of(seen);
        for (int index = 0; index < seen.refreshes().size(); index++) {
            Refresh refresh = seen.refreshes().get(index);
            Spans nearly = seen.nearly(refresh);
            if (nearly.isEmpty() && tearing.torn(index)) {
                continue;
            }
            for (Scrape scrape : refresh.scrapes()) {
                if (outage.filter(out -> out.excuses(refresh, scrape)).isEmpty()) {
                    judge(seen, refresh, nearly, scrape);
                }
            }
        }
    }

    private void judge(StatesSeen seen, Refresh refresh, Spans nearly, Scrape scrape) {
        scrapes++;
        long newest = scrape.span().to() + Tolerances.WATCH;
        OptionalLong latest = nearly.latest(newest);
        if (latest.isEmpty()) {
            if (nearly.latest(newest + history.lateness(scrape.span())).isPresent()) {
                undecided.add("the run's own watch was too late to tell what was true at " + when(scrape));
            } else {
                wrong(mismatch(seen, refresh, scrape));
            }
            return;
        }
        long age = Math.max(0, scrape.span().from() - latest.getAsLong());
        long allowed = Tolerances.age(seen.listing());
        oldest = Math.max(oldest, age);
        if (age > allowed) {
            String text = "%s showed at %s what had last been true %s before"
                    .formatted(seen.worker().name(), when(scrape), Text.seconds(age));
            if (age - allowed > history.lateness(scrape.span())) {
                wrong(new Evidence(scrape.taken().at(), text, scrape.where()));
            } else {
                undecided.add(
                        text + ", within the run's own lateness of the %s allowed".formatted(Text.seconds(allowed)));
            }
        }
    }

    private Evidence mismatch(StatesSeen seen, Refresh refresh, Scrape scrape) {
        if (wrong.size() >= ENOUGH_EVIDENCE) {
            return wrong.get(0);
        }
        Differences differences = Differences.of(seen, refresh);
        return new Evidence(
                scrape.taken().at(),
                "%s showed at %s what was never true: %s"
                        .formatted(seen.worker().name(), when(scrape), differences.text()),
                differences.rows().stream()
                        .map(row -> seen.where(scrape, row.combination()))
                        .findFirst()
                        .orElse(scrape.where()));
    }

    private void wrong(Evidence evidence) {
        wrongScrapes++;
        if (wrong.size() < ENOUGH_EVIDENCE) {
            wrong.add(evidence);
            worst = worst.isEmpty() ? evidence.what() : worst;
        }
    }

    private Verdict verdict() {
        Map<String, Double> measures = new HashMap<>();
        measures.put("scrapes", (double) scrapes);
        measures.put("ageSeconds.worst", seconds(oldest));
        if (!wrong.isEmpty()) {
            measures.put("scrapes.wrong", (double) wrongScrapes);
            return new Violates(
                    "in every scrape all states as they were at one instant of the last 30 s (with jitter, listing and"
                            + " publication at most %s)".formatted(Text.seconds(Tolerances.age(Tolerances.LISTING))),
                    "%d of %d scrapes differ; %s".formatted(wrongScrapes, scrapes, worst),
                    wrong,
                    measures);
        }
        if (!undecided.isEmpty()) {
            return new NotVerified(undecided.get(0), measures);
        }
        if (scrapes == 0) {
            return new NotVerified("no scrape showed states that could be compared with the truth", measures);
        }
        return new Conforms(
                "%d scrapes, each true at most %s before".formatted(scrapes, Text.seconds(oldest)), measures);
    }

    static String when(Scrape scrape) {
        return "%s".formatted(Text.seconds(scrape.taken().at()));
    }
}
