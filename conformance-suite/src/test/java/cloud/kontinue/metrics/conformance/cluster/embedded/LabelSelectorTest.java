package cloud.kontinue.metrics.conformance.cluster.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSelectorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                        | true",
                "tier=back                 | true",
                "tier==back                | true",
                "tier = back               | true",
                "tier!=back                | false",
                "tier!=front               | true",
                "other!=front              | true",
                "other=                    | false",
                "tier                      | true",
                "!tier                     | false",
                "!other                    | true",
                "tier in (front, back)     | true",
                "tier in (front)           | false",
                "tier notin (front)        | true",
                "other notin (front)       | true",
                "other in (front)          | false",
                "kontinue.cloud/worker-group=g1,tier=back | true",
                "kontinue.cloud/worker-group=g2,tier=back | false",
                "inside=yes                | true",
            })
    void selects(String selector, boolean selected) {
        Map<String, String> labels = Map.of("tier", "back", "kontinue.cloud/worker-group", "g1", "inside", "yes");

        assertThat(LabelSelector.parse(selector).test(labels)).isEqualTo(selected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "=b", "a in b", "a in (b", "a=b;c=d", "a==b==c"})
    void refusesWhatIsNoSelector(String selector) {
        assertThatThrownBy(() -> LabelSelector.parse(selector))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(400));
    }
}
