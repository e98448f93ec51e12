package cloud.kontinue.metrics.conformance.stage;

/** Tells the progress of a run about once a second. */
final class Ticker implements Runnable {

    private final RunClock clock;
    private final Progress progress;
    private final Script script;
    private final Timeline timeline;
    private long told = -RunClock.SECOND;

    Ticker(RunClock clock, Progress progress, Script script, Timeline timeline) {
        this.clock = clock;
        this.progress = progress;
        this.script = script;
        this.timeline = timeline;
    }

    @Override
    public void run() {
        long now = clock.now();
        if (now - told >= RunClock.SECOND) {
            told = now;
            String note = timeline.next().map(act -> "next: " + act.name()).orElse("waiting for what W1 shows");
            progress.tick(RunClock.seconds(now), script.expectedSeconds(), note);
        }
    }
}
