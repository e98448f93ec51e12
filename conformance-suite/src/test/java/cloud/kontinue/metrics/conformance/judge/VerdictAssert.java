package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.judge.Verdict.Conforms;
import cloud.kontinue.metrics.conformance.judge.Verdict.NotApplicable;
import cloud.kontinue.metrics.conformance.judge.Verdict.NotVerified;
import cloud.kontinue.metrics.conformance.judge.Verdict.Violates;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Says of a verdict what it must be, and why. */
final class VerdictAssert extends AbstractAssert<VerdictAssert, Verdict> {

    private VerdictAssert(Verdict actual) {
        super(actual, VerdictAssert.class);
    }

    static VerdictAssert assertThat(Verdict actual) {
        return new VerdictAssert(actual);
    }

    VerdictAssert conforms() {
        return isInstanceOf(Conforms.class);
    }

    /** It is a violation that observes all of these words. */
    VerdictAssert violatesObserving(String... observed) {
        isInstanceOf(Violates.class);
        Assertions.assertThat(((Violates) actual).observed()).contains(observed);
        return this;
    }

    VerdictAssert expecting(String... expected) {
        isInstanceOf(Violates.class);
        Assertions.assertThat(((Violates) actual).expected()).contains(expected);
        return this;
    }

    /** Some of its evidence lies there, such as {@code #L4}. */
    VerdictAssert withEvidenceAt(String where) {
        isInstanceOf(Violates.class);
        Assertions.assertThat(((Violates) actual).evidence())
                .anySatisfy(evidence -> Assertions.assertThat(evidence.where()).contains(where));
        return this;
    }

    VerdictAssert isNotVerifiedBecause(String... reason) {
        isInstanceOf(NotVerified.class);
        Assertions.assertThat(((NotVerified) actual).reason()).contains(reason);
        return this;
    }

    VerdictAssert isNotApplicable() {
        return isInstanceOf(NotApplicable.class);
    }

    VerdictAssert measures(String name, double value, double tolerance) {
        Assertions.assertThat(actual.measures().get(name))
                .as(name)
                .isNotNull()
                .isCloseTo(value, Assertions.within(tolerance));
        return this;
    }
}
