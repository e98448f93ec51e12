package cloud.kontinue.metrics.conformance.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutputTailTest {

    private static final Duration BOUND = Duration.ofSeconds(10);

    @Test
    void keepsTheLastFortyLines() {
        OutputTail tail =
                tail(IntStream.range(0, 100).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining()));

        assertThat(tail.text().lines().toList())
                .hasSize(40)
                .startsWith("line 60")
                .endsWith("line 99");
    }

    @Test
    void countsALineWithoutItsEndAmongTheForty() {
        OutputTail tail =
                tail(IntStream.range(0, 60).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining()) + "dying");

        assertThat(tail.text().lines().toList())
                .hasSize(40)
                .startsWith("line 21")
                .endsWith("dying");
    }

    @Test
    void cutsALongLine() {
        OutputTail tail = tail("x".repeat(1_000_000) + "\nnext\n");

        assertThat(tail.text()).isEqualTo("x".repeat(8_000) + "…\nnext");
    }

    @Test
    void takesACarriageReturnForTheEndOfALine() {
        OutputTail tail = tail("50 %\r100 %\r\ndone\n");

        assertThat(tail.text().lines().toList()).containsExactly("50 %", "100 %", "done");
    }

    @Test
    void readsBytesThatAreNoTextAsReplacementCharacters() {
        OutputTail tail = new OutputTail(new ByteArrayInputStream(new byte[] {'a', (byte) 0xff, 'b', '\n'}), "W1");
        tail.awaitEnd(BOUND);

        assertThat(tail.text()).isEqualTo("a\ufffdb");
    }

    @Test
    void isEmptyForAProcessThatSaysNothing() {
        OutputTail tail = new OutputTail(InputStream.nullInputStream(), "W1");
        tail.awaitEnd(BOUND);

        assertThat(tail.text()).isEmpty();
    }

    private static OutputTail tail(String output) {
        OutputTail tail = new OutputTail(new ByteArrayInputStream(output.getBytes(StandardCharsets.UTF_8)), "W1");
        tail.awaitEnd(BOUND);
        return tail;
    }
}
