package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.stage.Work.Task;
import cloud.kontinue.metrics.conformance.worker.RunningWorker;
import cloud.kontinue.metrics.conformance.worker.WorkerStartException;
import java.util.Optional;

/** The beginning: the scenery, then W1 alone until it shows a sign of life. */
final class Opening {

    static final String W1 = "W1";

    /** How long after a sign of life the others come on, where W1 serves no page. */
    private static final double WITHOUT_PAGE = 5;

    private final Backstage backstage;
    private final RecordingEyes eyes;
    private final Scenery scenery;
    private final Metronome metronome;
    private final Sockets sockets;
    private final int port;
    private final boolean restartable;
    private final WorkerFacts w1;
    private final Fact set = new Fact();
    private final Fact started = new Fact();
    private final Fact alone = new Fact();

    Opening(
            Backstage backstage,
            RecordingEyes eyes,
            Scenery scenery,
            Metronome metronome,
            Sockets sockets,
            int port,
            boolean restartable) {
        this.backstage = backstage;
        this.eyes = eyes;
        this.scenery = scenery;
        this.metronome = metronome;
        this.sockets = sockets;
        this.port = port;
        this.restartable = restartable;
        this.w1 = backstage.facts(W1);
    }

    /** Returns when the scenery stood. */
    Moment set() {
        return set;
    }

    /** Returns when W1 had started. */
    Moment started() {
        return started;
    }

    /** Returns when the others may come on. */
    Moment up() {
        return Moment.earliest(alone, signOfLife().plus(WITHOUT_PAGE));
    }

    void addTo(Timeline timeline) {
        timeline.add(new Act("set the scene", Moment.at(0), this::build));
        timeline.add(new Act("start W1", set, this::start));
        timeline.add(new Act("ask port 8080 while W1 is alone", w1.served, this::askDefaultPort));
        timeline.add(new Act(
                "wait for W1 to serve its page or claim an Execution",
                started.plus(backstage.plan().profile().ready().toMillis() / 1000.0),
                this::missed));
        timeline.add(new Act("W1 ended", w1.died, this::died));
    }

    private Moment signOfLife() {
        return Moment.earliest(w1.answered, w1.claimed);
    }

    private void build() throws InterruptedException {
        try {
            eyes.open();
            scenery.makeNamespaces(backstage.cluster().client());
            // First, as it is to be old when D comes.
            backstage.create(backstage.groups().byDefault(), Task.succeed(4), Task.sleep(2, 1.4));
            Optional<String> problem = scenery.build();
            if (problem.isPresent()) {
                backstage.setUp().fail("the cluster refused Executions: " + problem.get());
                return;
            }
            scenery.buildElsewhere()
                    .ifPresent(reason -> backstage.missing(
                            Prerequisite.ELSEWHERE,
                            "",
                            "no Executions could be created in namespace "
                                    + backstage.plan().elsewhere() + ": " + reason));
        } catch (RuntimeException e) {
            backstage.setUp().fail("the scene could not be set: " + Reason.of(e));
            return;
        }
        metronome.start();
        set.happened(backstage.clock().now());
    }

    private void start() {
        try {
            backstage.company().start(Role.onPort(W1, backstage.groups().first(), port));
            started.happened(backstage.clock().now());
        } catch (WorkerStartException | RuntimeException e) {
            backstage.setUp().fail("worker W1 could not be started: " + Reason.of(e));
        }
    }

    private void askDefaultPort() {
        try {
            if (restartable) {
                backstage.company().worker(W1).ifPresent(sockets::examine);
            }
        } finally {
            alone.happened(backstage.clock().now());
        }
    }

    private void missed() {
        if (signOfLife().due().isEmpty()) {
            String page = backstage
                    .company()
                    .worker(W1)
                    .map(worker -> worker.page().toString())
                    .orElse("its address");
            backstage
                    .setUp()
                    .fail("worker W1 neither answered at " + page + " nor claimed an Execution of group "
                            + backstage.groups().first() + " within "
                            + backstage.plan().profile().ready().toSeconds() + " s"
                            + (restartable
                                    ? lastWords() + "; check the command and the environment it was given"
                                    : "; check the URL, and the namespace and group of its profile"));
        }
    }

    private void died() {
        if (signOfLife().due().isEmpty()) {
            String status = backstage
                    .company()
                    .worker(W1)
                    .flatMap(worker -> worker.running().exit())
                    .map(exit -> exit.status().isPresent()
                            ? " with status " + exit.status().getAsInt()
                            : "")
                    .orElse("");
            backstage
                    .setUp()
                    .fail("worker W1 ended" + status + " before it served its page or claimed an Execution"
                            + lastWords());
        } else {
            backstage.recorder().note("W1 ended by itself: the run ends early");
        }
    }

    private String lastWords() {
        String last = backstage
                .company()
                .worker(W1)
                .map(StagedWorker::running)
                .map(RunningWorker::output)
                .flatMap(
                        output -> output.lines().filter(line -> !line.isBlank()).reduce((first, second) -> second))
                .orElse("");
        return last.isEmpty() ? "; it wrote nothing" : "; the last line it wrote: " + last.strip();
    }
}
