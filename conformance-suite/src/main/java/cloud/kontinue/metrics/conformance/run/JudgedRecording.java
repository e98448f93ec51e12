package cloud.kontinue.metrics.conformance.run;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.judge.Judge;
import cloud.kontinue.metrics.conformance.judge.Judgement;
import cloud.kontinue.metrics.conformance.judge.Result;
import cloud.kontinue.metrics.conformance.recording.Recording;
import cloud.kontinue.metrics.conformance.recording.RunEnded;
import cloud.kontinue.metrics.conformance.recording.RunStarted;
import cloud.kontinue.metrics.conformance.report.Report;
import cloud.kontinue.metrics.conformance.report.RunFacts;
import cloud.kontinue.metrics.conformance.requirement.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes a report of a recording, and of nothing else. */
public final class JudgedRecording {

    private JudgedRecording() {}

    /**
     * Judges a recording by those requirements that are asked for.
     *
     * @throws RunException if the run that made it never got as far as to show anything of a worker
     */
    public static Report of(Recording recording, Predicate<Requirement> asked) throws RunException {
        Optional<RunEnded> ended = recording.all(RunEnded.class).findFirst();
        if (ended.isPresent() && ended.get().outcome() == RunEnded.Outcome.SETUP_FAILED) {
            throw new RunException("the run could not be made: " + ended.get().reason());
        }
        History history = History.of(recording);
        List<Judgement> judgements = Judge.judge(history).stream()
                .filter(judgement -> asked.test(judgement.requirement()))
                .toList();
        Optional<String> cutShort = CutShort.of(history);
        Result result = Result.of(judgements);
        return new Report(
                cutShort.isPresent() ? result.cutShort() : result, facts(recording, ended, cutShort), judgements);
    }

    private static RunFacts facts(Recording recording, Optional<RunEnded> ended, Optional<String> cutShort) {
        RunStarted head = recording.head();
        long end = ended.map(RunEnded::at)
                .orElseGet(() ->
                        recording.events().get(recording.events().size() - 1).at());
        return new RunFacts(
                head.suiteVersion(),
                new RunFacts.Subject(
                        head.subject().name(),
                        head.subject().kind(),
                        head.subject().digest()),
                new RunFacts.Environment(
                        head.environment().cluster(),
                        head.environment().kubernetes(),
                        head.environment().prometheus(),
                        head.environment().cpus()),
                head.startedAt(),
                Duration.ofNanos(end),
                cutShort);
    }
}
