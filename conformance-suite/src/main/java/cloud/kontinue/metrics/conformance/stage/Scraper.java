package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answer;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** The steady stream of scrapes of one worker: two a second, one in flight. */
final class Scraper extends Background {

    private static final long PERIOD = RunClock.nanos(0.5);

    /** How long to leave alone a worker whose page has no end: each of those is as large as can be kept. */
    private static final long PAUSE_AFTER_ENDLESS = RunClock.nanos(15);

    private final Scrapes scrapes;
    private final URI page;
    private final RunClock clock;

    Scraper(String worker, Scrapes scrapes, URI page, RunClock clock) {
        super("scrape-" + worker);
        this.scrapes = scrapes;
        this.page = page;
        this.clock = clock;
    }

    @Override
    void run() throws InterruptedException {
        long next = clock.now();
        while (!closed()) {
            TimeUnit.NANOSECONDS.sleep(next - clock.now());
            Answer answer = scrapes.take(Purpose.REGULAR, page);
            boolean endless = answer instanceof Answered answered && answered.cut();
            long pause = endless ? PAUSE_AFTER_ENDLESS : 0;
            next = Math.max(next + PERIOD, clock.now() + pause);
        }
    }

    @Override
    public void close() {
        scrapes.close();
        super.close();
    }
}
