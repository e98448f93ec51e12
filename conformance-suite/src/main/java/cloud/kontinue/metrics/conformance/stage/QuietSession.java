package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Looks closely at a page while nothing happens: back to back, in every format, at other paths, and 16 at once. */
final class QuietSession {

    private static final int BACK_TO_BACK = 6;
    private static final int AT_ONCE = 16;
    private static final List<String> OTHER_PATHS = List.of("/", "/healthz", "/metricsfoo", "/metrics/foo");
    private static final List<Purpose> FORMATS = List.of(
            Purpose.TEXT,
            Purpose.GZIP,
            Purpose.OPENMETRICS,
            Purpose.AS_PROMETHEUS_2,
            Purpose.AS_PROMETHEUS_3,
            Purpose.TEXT);

    /** Plays it; every scrape is bounded in time, so the whole is. */
    void play(StagedWorker worker) {
        Scrapes scrapes = worker.scrapes();
        URI page = worker.page();
        for (int i = 0; i < BACK_TO_BACK && !interrupted(); i++) {
            scrapes.take(Purpose.REGULAR, page);
        }
        for (Purpose format : FORMATS) {
            if (!interrupted()) {
                scrapes.take(format, page);
            }
        }
        for (String path : OTHER_PATHS) {
            if (!interrupted()) {
                scrapes.take(Purpose.OTHER_PATH, page.resolve(path));
            }
        }
        if (!interrupted()) {
            burst(scrapes, page);
        }
    }

    private static boolean interrupted() {
        return Thread.currentThread().isInterrupted();
    }

    private static void burst(Scrapes scrapes, URI page) {
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            Thread thread = new Thread(
                    () -> {
                        try {
                            go.await();
                            scrapes.take(Purpose.BURST, page);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    "stage-burst-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        go.countDown();
        try {
            for (Thread thread : threads) {
                thread.join(Scrapes.TIMEOUT.toMillis() + 1_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
