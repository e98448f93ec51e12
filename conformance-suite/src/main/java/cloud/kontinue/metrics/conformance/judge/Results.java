package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.requirement.Level;
import java.util.List;
import java.util.Set;

/** Says in one word what all judgements come to. */
public final class Results {

    /** Each of these must be verified, or too little was seen to say anything. */
    private static final Set<String> INDISPENSABLE = Set.of("S3", "R3", "L5", "C5");

    /** One of these must be verified. */
    private static final Set<String> ENDPOINTS = Set.of("E1", "B1");

    private Results() {}

    /** Returns the result of judgements, which may be a part of the catalogue; of none at all: inconclusive. */
    public static Result of(List<Judgement> judgements) {
        if (judgements.stream().anyMatch(Results::isRequiredAndViolated)) {
            return Result.NONCONFORMING;
        }
        List<String> unverified = judgements.stream()
                .filter(judgement -> judgement.verdict() instanceof Verdict.NotVerified)
                .map(judgement -> judgement.requirement().id())
                .toList();
        boolean anythingShown = judgements.stream()
                .anyMatch(judgement -> judgement.verdict() instanceof Verdict.Conforms
                        || judgement.verdict() instanceof Verdict.Violates);
        if (!anythingShown
                || unverified.stream().anyMatch(INDISPENSABLE::contains)
                || unverified.containsAll(ENDPOINTS)) {
            return Result.INCONCLUSIVE;
        }
        return unverified.isEmpty() ? Result.CONFORMING : Result.PARTIAL;
    }

    private static boolean isRequiredAndViolated(Judgement judgement) {
        return judgement.requirement().level() == Level.REQUIRED && judgement.verdict() instanceof Verdict.Violates;
    }
}
