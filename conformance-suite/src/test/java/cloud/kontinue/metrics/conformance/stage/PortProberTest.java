package cloud.kontinue.metrics.conformance.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.recording.Event;
import cloud.kontinue.metrics.conformance.recording.PortProbed;
import cloud.kontinue.metrics.conformance.recording.PortProbed.Outcome;
import cloud.kontinue.metrics.conformance.worker.RunningWorker.Listener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PortProberTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n\r\n";

    private final List<Event> events = new ArrayList<>();
    private final PortProber prober = new PortProber(new RunClock(), events::add);

    @Test
    void findsAFamilyOfKontinue() throws Exception {
        PortProbed probed = probe(OK + "go_goroutines 5\nkontinue_executions_running{} 1\n");

        assertThat(probed.outcome()).isEqualTo(Outcome.METRICS);
        assertThat(probed.detail()).contains("kontinue_executions_running{} 1");
        assertThat(events).containsExactly(probed);
    }

    @Test
    void findsAFamilyThatHasNoSamplesYet() throws Exception {
        assertThat(probe(OK + "# TYPE kontinue_execution_states gauge\n").outcome())
                .isEqualTo(Outcome.METRICS);
    }

    @Test
    void doesNotTakeAnotherPageForMetrics() throws Exception {
        assertThat(probe(OK + "<p>see kontinue_executions_running</p>").outcome())
                .isEqualTo(Outcome.NO_METRICS);
    }

    @Test
    void doesNotTakeAnotherProtocolForMetrics() throws Exception {
        assertThat(probe("SSH-2.0-OpenSSH_9.2\r\n").outcome()).isEqualTo(Outcome.NO_METRICS);
    }

    @Test
    void tellsARefusalFromSilence() throws Exception {
        Listener closed;
        try (NastyServer server = new NastyServer(out -> TimeUnit.MINUTES.sleep(1))) {
            closed = listener("127.0.0.1", server);
            assertThat(prober.probe("Z", closed).outcome()).isEqualTo(Outcome.SILENT);
        }

        assertThat(prober.probe("Z", closed).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void asksASocketOfAllAddressesOnLoopback() throws Exception {
        try (NastyServer server = NastyServer.saying(OK + "kontinue_x 1\n")) {
            PortProbed probed = prober.probe("D", listener("::", server));

            assertThat(probed.outcome()).isEqualTo(Outcome.METRICS);
            assertThat(probed.listener()).startsWith("[::]:");
        }
    }

    private PortProbed probe(String answer) throws IOException {
        try (NastyServer server = NastyServer.saying(answer)) {
            return prober.probe("Z", listener("127.0.0.1", server));
        }
    }

    private static Listener listener(String host, NastyServer server) {
        return new Listener(host, server.page().getPort());
    }
}
