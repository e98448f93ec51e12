package cloud.kontinue.metrics.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    @Test
    void namesTheNearestFirst() {
        assertThat(Suggestions.of("S41", List.of("S1", "S4", "S14", "B3"))).isEqualTo("; did you mean S1 or S4?");
    }

    @Test
    void doesNotMindTheCaseOfLetters() {
        assertThat(Suggestions.of("STATE", List.of("states", "running"))).isEqualTo("; did you mean states?");
    }

    @Test
    void saysNothingWhereNothingIsNear() {
        assertThat(Suggestions.of("xyzzy", List.of("states", "running"))).isEmpty();
    }
}
