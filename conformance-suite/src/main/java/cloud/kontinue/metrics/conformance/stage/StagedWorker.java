package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.RecordingSink;
import cloud.kontinue.metrics.conformance.recording.Span;
import cloud.kontinue.metrics.conformance.recording.WorkerStopped;
import cloud.kontinue.metrics.conformance.worker.RunningWorker;
import cloud.kontinue.metrics.conformance.worker.RunningWorker.Exit;
import java.net.URI;
import java.time.Duration;

/** A worker of the run, from its start to its recorded end. */
final class StagedWorker {

    private final Role role;
    private final String identity;
    private final RunningWorker running;
    private final Scrapes scrapes;
    private final Scraper scraper;
    private final RunClock clock;
    private final RecordingSink sink;
    private long lastAlive;
    private boolean ended;

    StagedWorker(Role role, String identity, RunningWorker running, RunClock clock, RecordingSink sink) {
        this.role = role;
        this.identity = identity;
        this.running = running;
        this.clock = clock;
        this.sink = sink;
        this.scrapes = new Scrapes(role.worker(), clock, sink);
        this.scraper = new Scraper(role.worker(), scrapes, page(), clock);
        this.lastAlive = clock.now();
    }

    String name() {
        return role.worker();
    }

    String identity() {
        return identity;
    }

    Role role() {
        return role;
    }

    RunningWorker running() {
        return running;
    }

    Scrapes scrapes() {
        return scrapes;
    }

    URI page() {
        return running.metrics(role.port());
    }

    void beginScraping() {
        if (role.scraped()) {
            scraper.start();
        }
    }

    /** Looks whether it still runs, and records it where it has ended by itself; returns whether it has ended. */
    synchronized boolean look() {
        if (!ended) {
            long before = clock.now();
            running.exit().ifPresentOrElse(exit -> ended(exit, false), () -> lastAlive = before);
        }
        return ended;
    }

    /** Stops scraping it, then stops it. */
    void stop(Duration grace) {
        scraper.close();
        synchronized (this) {
            if (look()) {
                running.close();
                return;
            }
            lastAlive = clock.now();
            ended(running.stop(grace), true);
        }
    }

    private void ended(Exit exit, boolean byUs) {
        ended = true;
        sink.record(new WorkerStopped(
                new Span(lastAlive, clock.now()), role.worker(), byUs, exit.status(), running.output()));
    }
}
