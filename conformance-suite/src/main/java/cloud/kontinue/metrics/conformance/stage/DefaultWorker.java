package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import cloud.kontinue.metrics.conformance.stage.Work.Task;
import java.time.Duration;
import java.util.Optional;

/** D's part: default options, on port 8080, with pod objects for discovery. */
final class DefaultWorker {

    static final String D = "D";

    /** The age that its backlog has at least when it comes. */
    private static final double BACKLOG_AGE = 8;

    /** How long it may stay without a page until its part goes on all the same. */
    private static final double WITHOUT_PAGE = 10;

    /** Discovery takes up to 5 s and the first scrape up to 10 s more: work that comes later shows as a rise. */
    private static final double UNTIL_WORK = 15.5;

    /** Two scrapes, 10 s apart, after the last work of at most a second. */
    private static final double UNTIL_QUESTIONS = 21.2;

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Backstage backstage;
    private final Opening opening;
    private final Sockets sockets;
    private final QuietSession quiet;
    private final Optional<PodObjects> pods;
    private final boolean ownNetwork;
    private final Fact started = new Fact();
    private final Fact gone = new Fact();

    /**
     * @param ownNetwork whether each worker has its own network, so that port 8080 of this machine does not matter
     */
    DefaultWorker(
            Backstage backstage,
            Opening opening,
            Sockets sockets,
            QuietSession quiet,
            Optional<PodObjects> pods,
            boolean ownNetwork) {
        this.backstage = backstage;
        this.opening = opening;
        this.sockets = sockets;
        this.quiet = quiet;
        this.pods = pods;
        this.ownNetwork = ownNetwork;
    }

    /** Returns when it was stopped, or could not be started. */
    Moment gone() {
        return gone;
    }

    void addTo(Timeline timeline) {
        Moment there = Moment.earliest(backstage.facts(D).served, started.plus(WITHOUT_PAGE));
        timeline.add(new Act(
                "start D", Moment.latest(opening.up().plus(2), opening.set().plus(BACKLOG_AGE)), this::start));
        timeline.add(new Act("show D to discovery", there, this::show));
        timeline.add(new Act("look at D's sockets", there.plus(1), this::examine));
        timeline.add(new Act(
                "work for D",
                there.plus(UNTIL_WORK),
                () -> backstage.create(backstage.groups().byDefault(), Task.succeed(3), Task.fail(2, 0.4))));
        timeline.add(new Act(
                "look closely at D's page",
                there.plus(UNTIL_WORK + 8),
                () -> backstage.company().worker(D).ifPresent(quiet::play)));
        timeline.add(
                new Act("ask Prometheus about D and stop D", there.plus(UNTIL_WORK + UNTIL_QUESTIONS), this::stop));
    }

    private void start() {
        Optional<String> taken = ownNetwork ? Optional.empty() : LocalPorts.taken(Role.DEFAULT_PORT);
        if (taken.isPresent()) {
            backstage.missing(Prerequisite.DEFAULT_PORT, "", taken.get());
            gone.happened(backstage.clock().now());
        } else if (backstage
                .start(Role.byDefault(D, backstage.groups().byDefault()))
                .isPresent()) {
            started.happened(backstage.clock().now());
        } else {
            gone.happened(backstage.clock().now());
        }
    }

    private void show() {
        try {
            pods.ifPresent(objects -> {
                objects.add(PodObjects.BY_DEFAULT);
                PodObjects.DECOYS.forEach(objects::add);
            });
        } catch (ApiException e) {
            backstage.missing(Prerequisite.PROMETHEUS_DISCOVERY, "", Reason.of(e));
        }
    }

    private void examine() {
        backstage.company().worker(D).ifPresent(worker -> {
            worker.running()
                    .metricsOnOtherAddress(Role.DEFAULT_PORT)
                    .ifPresentOrElse(
                            page -> {
                                worker.scrapes().take(Purpose.OTHER_ADDRESS, page);
                                worker.scrapes().take(Purpose.OTHER_ADDRESS, page);
                            },
                            () -> backstage.missing(
                                    Prerequisite.OTHER_ADDRESS,
                                    D,
                                    "there is no other local address to ask worker D at"));
            sockets.examine(worker);
        });
    }

    private void stop() {
        try {
            backstage.oracle().ifPresent(oracle -> oracle.askAll(D));
            removePod();
            backstage.company().worker(D).ifPresent(worker -> worker.stop(GRACE));
        } finally {
            gone.happened(backstage.clock().now());
        }
    }

    private void removePod() {
        try {
            pods.ifPresent(objects -> objects.remove(PodObjects.BY_DEFAULT));
        } catch (ApiException e) {
            backstage.recorder().note(Reason.of(e));
        }
    }
}
