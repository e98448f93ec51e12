package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.judge.Verdict.Conforms;
import cloud.kontinue.metrics.conformance.judge.Verdict.NotVerified;
import cloud.kontinue.metrics.conformance.judge.Verdict.Violates;
import cloud.kontinue.metrics.conformance.requirement.Level;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The one word over all verdicts. */
public enum Result {
    /** Everything was verified and nothing violated that is required. */
    CONFORMING,
    /** Nothing required is violated; something could not be shown by this set-up. */
    PARTIAL,
    /** A required requirement is violated. */
    NONCONFORMING,
    /**
     * Too little was seen to say anything: S3, R3, L5, C5, or both E1 and B1 not verified, or nothing was; or the run
     * was cut short.
     */
    INCONCLUSIVE;

    private static final Set<String> DECISIVE = Set.of("S3", "R3", "L5", "C5");
    private static final Set<String> ENDPOINTS = Set.of("E1", "B1");

    /** Returns the word over judgements, of the whole catalogue or of those requirements that were asked for. */
    public static Result of(List<Judgement> judgements) {
        if (judgements.stream().anyMatch(Result::breaksConformance)) {
            return NONCONFORMING;
        }
        Set<String> open = judgements.stream()
                .filter(judgement -> judgement.verdict() instanceof NotVerified)
                .map(judgement -> judgement.requirement().id())
                .collect(Collectors.toSet());
        boolean nothingShown = judgements.stream().noneMatch(Result::isDecided);
        if (nothingShown || open.containsAll(ENDPOINTS) || open.stream().anyMatch(DECISIVE::contains)) {
            return INCONCLUSIVE;
        }
        return open.isEmpty() ? CONFORMING : PARTIAL;
    }

    /** Returns the word where the run was not played to its end: only a violation stands. */
    public Result cutShort() {
        return this == NONCONFORMING ? NONCONFORMING : INCONCLUSIVE;
    }

    private static boolean isDecided(Judgement judgement) {
        return judgement.verdict() instanceof Conforms || judgement.verdict() instanceof Violates;
    }

    private static boolean breaksConformance(Judgement judgement) {
        return judgement.requirement().level() == Level.REQUIRED && judgement.verdict() instanceof Violates;
    }
}
