package cloud.kontinue.metrics.conformance.worker;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.worker.RunningWorker.Listener;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SocketTableTest {

    private static final String HEADER =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";

    @BeforeAll
    static void needsTheByteOrderOfTheExamples() {
        Assumptions.assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void readsIpv4ListenersByInode() {
        Map<Long, Listener> listeners = SocketTable.listening(
                List.of(HEADER, line(0, "0100007F:1F90", "0A", 4711), line(1, "00000000:0050", "0A", 4712)));

        assertThat(listeners)
                .containsOnly(
                        Map.entry(4711L, new Listener("127.0.0.1", 8080)),
                        Map.entry(4712L, new Listener("0.0.0.0", 80)));
    }

    @Test
    void leavesOutSocketsThatDoNotListen() {
        Map<Long, Listener> listeners = SocketTable.listening(
                List.of(HEADER, line(0, "0100007F:1F90", "01", 4711), line(1, "0100007F:1F91", "06", 0)));

        assertThat(listeners).isEmpty();
    }

    @Test
    void readsIpv6Listeners() {
        Map<Long, Listener> listeners = SocketTable.listening(List.of(
                HEADER,
                line(0, "00000000000000000000000000000000:1F90", "0A", 1),
                line(1, "00000000000000000000000001000000:1F90", "0A", 2),
                line(2, "0000000000000000FFFF00000100007F:1F90", "0A", 3),
                line(3, "B80D01200000000000000000EFBEADDE:1F90", "0A", 4)));

        assertThat(listeners.values())
                .extracting(Listener::toString)
                .containsExactlyInAnyOrder(
                        "[::]:8080", "[::1]:8080", "127.0.0.1:8080", "[2001:db8:0:0:0:0:dead:beef]:8080");
    }

    private static String line(int number, String local, String state, long inode) {
        return "   " + number + ": " + local + " 00000000:0000 " + state
                + " 00000000:00000000 00:00000000 00000000     0        0 " + inode
                + " 1 0000000000000000 100 0 0 10 0";
    }
}
