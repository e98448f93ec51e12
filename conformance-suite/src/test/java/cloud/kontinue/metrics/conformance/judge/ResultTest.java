package cloud.kontinue.metrics.conformance.judge;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.judge.Verdict.Conforms;
import cloud.kontinue.metrics.conformance.judge.Verdict.NotApplicable;
import cloud.kontinue.metrics.conformance.judge.Verdict.NotVerified;
import cloud.kontinue.metrics.conformance.judge.Verdict.Violates;
import cloud.kontinue.metrics.conformance.requirement.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResultTest {

    private static final Verdict VIOLATES =
            new Violates("this", "that", List.of(new Evidence(0, "that", "recording/events.jsonl:1")), Map.of());
    private static final Verdict NOT_VERIFIED = new NotVerified("no evidence", Map.of());

    @Test
    void everythingVerifiedIsConforming() {
        assertThat(result(NOT_VERIFIED)).isEqualTo(Result.CONFORMING);
    }

    @Test
    void violatedRequiredRequirementIsNonconforming() {
        assertThat(result(VIOLATES, "C3")).isEqualTo(Result.NONCONFORMING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R8", "L8"})
    void violatedAdviceOrExpectationIsStillConforming(String id) {
        assertThat(result(VIOLATES, id)).isEqualTo(Result.CONFORMING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R4", "R8", "E1", "B1"})
    void somethingNotVerifiedIsPartial(String id) {
        assertThat(result(NOT_VERIFIED, id)).isEqualTo(Result.PARTIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S3", "R3", "L5", "C5"})
    void decisiveRequirementNotVerifiedIsInconclusive(String id) {
        assertThat(result(NOT_VERIFIED, id)).isEqualTo(Result.INCONCLUSIVE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Result.class,
            names = {"CONFORMING", "PARTIAL", "INCONCLUSIVE"})
    void aRunThatWasCutShortIsInconclusive(Result result) {
        assertThat(result.cutShort()).isEqualTo(Result.INCONCLUSIVE);
    }

    @Test
    void aViolationStandsAlsoWhereTheRunWasCutShort() {
        assertThat(Result.NONCONFORMING.cutShort()).isEqualTo(Result.NONCONFORMING);
    }

    @Test
    void bothEndpointsNotVerifiedAreInconclusive() {
        assertThat(result(NOT_VERIFIED, "E1", "B1")).isEqualTo(Result.INCONCLUSIVE);
    }

    @Test
    void requirementThatDoesNotApplyTakesNothingAway() {
        assertThat(result(new NotApplicable("one namespace only", Map.of()), "S15"))
                .isEqualTo(Result.CONFORMING);
    }

    @Test
    void violationOutweighsWhatWasNotVerified() {
        List<Judgement> judgements = new ArrayList<>(judgements(NOT_VERIFIED, Set.of("R3")));
        judgements.add(new Judgement(Catalogue.find("C3").orElseThrow(), VIOLATES));

        assertThat(Result.of(judgements)).isEqualTo(Result.NONCONFORMING);
    }

    @Test
    void nothingJudgedIsInconclusive() {
        assertThat(Result.of(List.of())).isEqualTo(Result.INCONCLUSIVE);
    }

    private static Result result(Verdict verdict, String... ids) {
        return Result.of(judgements(verdict, Set.of(ids)));
    }

    private static List<Judgement> judgements(Verdict verdict, Set<String> ids) {
        return Catalogue.all().stream()
                .map(requirement -> new Judgement(
                        requirement, ids.contains(requirement.id()) ? verdict : new Conforms("as asked", Map.of())))
                .toList();
    }
}
