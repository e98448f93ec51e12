package cloud.kontinue.metrics.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter written = new StringWriter();

    @Test
    void aLineIsRewrittenInPlace() {
        ProgressLine line = new ProgressLine(new PrintWriter(written));

        line.tick(30, 75, "waiting for the second refresh");

        assertThat(written)
                .hasToString("\r\u001b[K[##########--------------]  30 of about 75 s  waiting for the second refresh");
    }

    @Test
    void aLineNeverWraps() {
        ProgressLine line = new ProgressLine(new PrintWriter(written));

        line.stage("x".repeat(200));

        assertThat(written.toString().replace("\r\u001b[K", "")).hasSize(79).endsWith("…");
    }

    @Test
    void aRunThatTakesLongerStaysFull() {
        ProgressLine line = new ProgressLine(new PrintWriter(written));

        line.tick(90, 75, "");

        assertThat(written.toString()).contains("[########################]  90 of about 75 s");
    }

    @Test
    void aLogHasALineNowAndThen() {
        ProgressLog log = new ProgressLog(new PrintWriter(written), 15);

        for (int second = 0; second <= 46; second++) {
            log.tick(second, 75, "");
        }

        assertThat(written.toString().lines())
                .containsExactly("15 of about 75 s", "30 of about 75 s", "45 of about 75 s");
    }

    @Test
    void aLogHasNoControlCharacters() {
        ProgressLog log = new ProgressLog(new PrintWriter(written), 1);

        log.stage("setting the scene");

        assertThat(written.toString().strip()).isEqualTo("setting the scene");
    }
}
