package cloud.kontinue.metrics.conformance.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MomentTest {

    @Test
    void theEarliestIsKnownAsSoonAsOneIs() {
        assertThat(Moment.earliest(new Fact(), Moment.at(3), Moment.at(2)).due())
                .hasValue(RunClock.nanos(2));
    }

    @Test
    void theLatestIsNotKnownUntilAllAre() {
        Fact fact = new Fact();
        Moment latest = Moment.latest(fact, Moment.at(3));
        assertThat(latest.due()).isEmpty();

        fact.happened(RunClock.nanos(1));

        assertThat(latest.due()).hasValue(RunClock.nanos(3));
    }

    @Test
    void aFactKeepsItsFirstTime() {
        Fact fact = new Fact();

        fact.happened(5);
        fact.happened(2);

        assertThat(fact.due()).hasValue(5);
    }

    @Test
    void isReachedFromItsInstantOn() {
        Moment moment = Moment.at(1).plus(0.5);

        assertThat(moment.reached(RunClock.nanos(1.4))).isFalse();
        assertThat(moment.reached(RunClock.nanos(1.5))).isTrue();
    }
}
