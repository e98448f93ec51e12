package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.requirement.MetricNames.COMPLETED;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.FUNCTION_LABEL;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.RESULT_ERROR;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.RESULT_LABEL;
import static cloud.kontinue.metrics.conformance.requirement.MetricNames.RESULT_SUCCESS;

import cloud.kontinue.metrics.conformance.exposition.Sample;
import cloud.kontinue.metrics.conformance.history.History;
import java.util.List;
import java.util.Optional;

/** Compares the counter of completions with the Executions that ended. */
final class CompletedCounts {

    private record Key(String function, String result) {

        static Key of(Sample sample) {
            return new Key(
                    sample.labels().get(FUNCTION_LABEL).orElse(""),
                    sample.labels().get(RESULT_LABEL).orElse(""));
        }
    }

    private CompletedCounts() {}

    /** C5. */
    static Verdict onePerSuccess(History history) {
        return exact(history, true, "success");
    }

    /** C6. */
    static Verdict onePerError(History history) {
        return exact(history, false, "error");
    }

    private static Verdict exact(History history, boolean successes, String word) {
        Findings findings = new Findings("exactly 1 more under result=\"" + word + "\" per " + word
                + " and nothing under the other, at the latest 3 s after the end was seen");
        for (Party party : Party.of(history)) {
            for (String function : party.functions()) {
                for (Tail tail : Tail.of(party, party.works(function))) {
                    judge(history, party, function, tail, successes, findings);
                }
            }
        }
        return findings.verdict(
                "exactly 1 per " + word + " on " + findings.seen() + " quiet pages",
                "no quiet page was seen after an Execution that ended in " + word);
    }

    /** A function that only fails is the errors' matter under both results, and one that only succeeds the successes'. */
    private static void judge(
            History history, Party party, String function, Tail tail, boolean successes, Findings findings) {
        boolean some = tail.works().stream().anyMatch(work -> successes ? work.succeeded() : work.failed());
        boolean only = tail.works().stream().allMatch(work -> successes ? work.succeeded() : work.failed());
        if (!some) {
            return;
        }
        compare(history, party, new Key(function, successes ? RESULT_SUCCESS : RESULT_ERROR), tail, findings);
        if (only) {
            compare(history, party, new Key(function, successes ? RESULT_ERROR : RESULT_SUCCESS), tail, findings);
        }
    }

    private static void compare(History history, Party party, Key key, Tail tail, Findings findings) {
        boolean success = key.result().equals(RESULT_SUCCESS);
        double value = tail.moved(COMPLETED, Key::of, key);
        Range range = tail.count(success ? Work::maySucceed : Work::mayFail);
        if (range.holdsCount(value)) {
            if (range.least() > 0) {
                findings.looked();
            }
        } else if (tail.excusable(history, value, range)) {
            findings.doubt("this machine was too slow to say whether " + key.function() + " was counted in time");
        } else {
            findings.violation(
                    tail.reading().at(),
                    key.function() + ": " + Text.number(value) + " under result=\"" + key.result() + "\" on "
                            + party.name() + ", where " + range + " had ended so",
                    tail.reading().where(COMPLETED, Key::of, key));
        }
    }

    /** C7. */
    static Verdict notBeforeTheEnd(History history) {
        Findings findings =
                new Findings("no more than the Executions that can have ended: created, and run for their time");
        for (Party party : Party.of(history)) {
            for (String function : party.functions()) {
                for (Reading reading : party.readings()) {
                    judgeUnfinished(party, function, reading, findings);
                }
            }
        }
        return findings.verdict(
                "never ahead on " + findings.seen() + " pages with Executions under way",
                "no page was seen while an Execution of known duration was under way");
    }

    private static void judgeUnfinished(Party party, String function, Reading reading, Findings findings) {
        Optional<Reading> baseline = party.baseline();
        List<Work> works = party.works(function).stream()
                .filter(work -> work.begun(reading.span()))
                .filter(work ->
                        baseline.filter(base -> work.mustBeDone(base.span(), 0)).isEmpty())
                .toList();
        List<Work> unfinished =
                works.stream().filter(work -> !work.mayBeDone(reading.span())).toList();
        if (unfinished.isEmpty()) {
            return;
        }
        double value = value(reading, function)
                - baseline.map(base -> value(base, function)).orElse(0.0);
        int most = works.size() - unfinished.size();
        if (value > most) {
            Work early = unfinished.get(0);
            findings.violation(
                    reading.at(),
                    function + ": " + Text.number(value) + " on " + party.name() + " when at most " + most
                            + " can have ended; " + early.life().name() + " was still to run",
                    reading.where(COMPLETED, sample -> Key.of(sample).function(), function));
        } else if (unfinished.stream().anyMatch(work -> work.sure() && claimed(work, reading))) {
            findings.looked();
        }
    }

    private static boolean claimed(Work work, Reading reading) {
        return work.life().states().stream()
                .anyMatch(state -> state.phase().equals("Executing")
                        && state.at() <= reading.span().from());
    }

    private static double value(Reading reading, String function) {
        return reading.sums(COMPLETED, sample -> Key.of(sample).function()).getOrDefault(function, 0.0);
    }
}
