package cloud.kontinue.metrics.exporter.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ThreadSchedulerTest {

    @Test
    void waitsAtLeastTheDelay() throws InterruptedException {
        try (var scheduler = new ThreadScheduler("test", 1)) {
            var done = new CountDownLatch(1);
            var start = scheduler.nanoTime();

            scheduler.after(Duration.ofMillis(50), done::countDown);

            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(scheduler.nanoTime() - start).isGreaterThanOrEqualTo(50_000_000);
        }
    }

    @Test
    void runsTheNextTaskAfterOneThatThrew() throws InterruptedException {
        try (var scheduler = new ThreadScheduler("test", 1)) {
            var done = new CountDownLatch(1);
            scheduler.soon(() -> {
                throw new IllegalStateException("thrown by the test");
            });

            scheduler.soon(done::countDown);

            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void interruptsWhatRunsWhenClosed() throws InterruptedException {
        var interrupted = new AtomicBoolean();
        var running = new CountDownLatch(1);
        var scheduler = new ThreadScheduler("test", 1);
        scheduler.soon(() -> {
            running.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        });
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

        scheduler.close();

        await().untilTrue(interrupted);
    }
}
