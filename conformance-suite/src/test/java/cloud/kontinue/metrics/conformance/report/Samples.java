package cloud.kontinue.metrics.conformance.report;

import cloud.kontinue.metrics.conformance.judge.Evidence;
import cloud.kontinue.metrics.conformance.judge.Judgement;
import cloud.kontinue.metrics.conformance.judge.Result;
import cloud.kontinue.metrics.conformance.judge.Verdict;
import cloud.kontinue.metrics.conformance.requirement.Level;
import cloud.kontinue.metrics.conformance.requirement.Requirement;
import cloud.kontinue.metrics.conformance.requirement.Section;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports to write. */
final class Samples {

    /** What a hostile worker would like to see shown. */
    static final String HOSTILE =
            "<script>alert('x')</script> | \"&\" `code` \u001b[31m\u202ered\n](javascript:x) \ud800";

    private Samples() {}

    static RunFacts facts() {
        return new RunFacts(
                "1.2.3",
                new RunFacts.Subject("my-worker", "command", ""),
                new RunFacts.Environment("embedded", "v1.34.4", "", 2),
                Instant.parse("2026-01-02T03:04:05.678912Z"),
                Duration.ofMillis(71_349),
                Optional.empty());
    }

    static Requirement requirement(String id, Section section, Level level) {
        return new Requirement(
                id,
                section,
                level,
                "title of " + id,
                "the page's words on " + id,
                "the meaning of " + id,
                "how " + id + " is judged",
                List.of(),
                List.of("look here first", "then there"));
    }

    static Judgement conforms(String id, Section section) {
        return new Judgement(
                requirement(id, section, Level.REQUIRED),
                new Verdict.Conforms("as it should be", Map.of("periodSeconds.median", 30.0204, "intervals", 2.0)));
    }

    static Judgement violates(String id, Section section, String observed) {
        return new Judgement(
                requirement(id, section, Level.REQUIRED),
                new Verdict.Violates(
                        "a value of at most 3",
                        observed,
                        List.of(new Evidence(1_500_000_000L, "the first scrape", "recording/events.jsonl:17#L4")),
                        Map.of()));
    }

    static Judgement notVerified(String id, Section section, String reason) {
        return new Judgement(requirement(id, section, Level.EXPECTED), new Verdict.NotVerified(reason, Map.of()));
    }

    static Judgement notApplicable(String id, Section section) {
        return new Judgement(
                requirement(id, section, Level.ADVISORY), new Verdict.NotApplicable("it has no such thing", Map.of()));
    }

    static Report report(Result result, Judgement... judgements) {
        return new Report(result, facts(), List.of(judgements));
    }

    /** One verdict of each kind. */
    static Report everyKind() {
        return report(
                Result.NONCONFORMING,
                conforms("E1", Section.ENDPOINT),
                violates("S4", Section.STATES, "a value of 4"),
                notVerified("P1", Section.PROMETHEUS, "there is no Prometheus"),
                notApplicable("P6", Section.PROMETHEUS));
    }

    /** Every text of a stranger's is hostile. */
    static Report hostile() {
        RunFacts facts = new RunFacts(
                "1.2.3",
                new RunFacts.Subject(HOSTILE, "command", HOSTILE),
                new RunFacts.Environment(HOSTILE, HOSTILE, HOSTILE, 2),
                Instant.parse("2026-01-02T03:04:05Z"),
                Duration.ofSeconds(1),
                Optional.of(HOSTILE));
        return new Report(
                Result.NONCONFORMING,
                facts,
                List.of(violates("S4", Section.STATES, HOSTILE), notVerified("P1", Section.PROMETHEUS, HOSTILE)));
    }
}
