package cloud.kontinue.metrics.conformance.worker;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.worker.RunningWorker.Listener;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(30)
class ObjectSubjectTest {

    private static final Duration GRACE = Duration.ofSeconds(10);

    @Test
    @EnabledOnOs(OS.LINUX)
    void listsTheSocketsThatItOpenedAndNoneThatWereOpenBefore() throws Exception {
        try (ServerSocket before = new ServerSocket(0);
                RunningWorker worker = start(assignment -> new ServerSocket(0, 1, InetAddress.getLoopbackAddress()))) {
            assertThat(worker.listeners().orElseThrow())
                    .extracting(Listener::host)
                    .containsExactly("127.0.0.1");
            assertThat(before.isBound()).isTrue();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void listsNoneOnceItHasEnded() throws Exception {
        RunningWorker worker = start(assignment -> new ServerSocket(0));

        worker.stop(GRACE);

        assertThat(worker.exit()).isPresent();
        assertThat(worker.listeners()).contains(List.of());
    }

    @Test
    void givesTheObjectItsAssignment() throws Exception {
        Assignment[] given = new Assignment[1];

        start(assignment -> {
                    given[0] = assignment;
                    return () -> {};
                })
                .close();

        assertThat(given[0]).isEqualTo(Assignments.withDefaultAddress());
    }

    @Test
    void countsOneThatFailsToStartAsEnded() throws Exception {
        RunningWorker worker = start(assignment -> {
            throw new IllegalStateException("address already in use");
        });

        assertThat(worker.exit()).isPresent();
        assertThat(worker.output()).isEqualTo("address already in use");
    }

    @Test
    void closesTheObjectOnce() throws Exception {
        int[] closed = new int[1];
        RunningWorker worker = start(assignment -> () -> closed[0]++);

        worker.stop(GRACE);
        worker.close();

        assertThat(closed).containsExactly(1);
    }

    @Test
    void givesUpOnOneThatDoesNotEnd() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        RunningWorker worker = start(assignment -> never::await);

        worker.stop(Duration.ofMillis(100));

        assertThat(worker.exit()).isPresent();
        assertThat(worker.output()).startsWith("its close() did not return within");
    }

    @Test
    void tellsWhyOneCouldNotBeEnded() throws Exception {
        RunningWorker worker = start(assignment -> () -> {
            throw new IllegalStateException("stuck");
        });

        worker.stop(GRACE);

        assertThat(worker.output()).isEqualTo("its close() failed: stuck");
    }

    private static RunningWorker start(WorkerObject object) throws WorkerStartException {
        return new ObjectSubject("mine", object).start(Assignments.withDefaultAddress());
    }
}
