package cloud.kontinue.metrics.conformance.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.judge.Judge;
import cloud.kontinue.metrics.conformance.judge.Judgement;
import cloud.kontinue.metrics.conformance.judge.Verdict.Violates;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedWorkersTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void neverAccusesAConformingWorker(long seed) {
        List<Judgement> judgements = Judge.judge(History.of(SimulatedRun.of(seed, Behaviour::new)));

        assertThat(judgements)
                .filteredOn(judgement -> judgement.verdict() instanceof Violates)
                .isEmpty();
    }
}
