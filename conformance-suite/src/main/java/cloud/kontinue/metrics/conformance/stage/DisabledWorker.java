package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.stage.Work.Task;
import java.util.Optional;

/** Z's part: metrics disabled, after D has gone. */
final class DisabledWorker {

    static final String Z = "Z";

    private static final String DISABLED = "0";

    /** Where D could not be had: late enough to be out of the way of the others' start. */
    private static final double WITHOUT_DEFAULT = 37;

    /** Discovery within 5 s, a scrape within 10 s more. */
    private static final double UNTIL_SCRAPED = 15.8;

    private final Backstage backstage;
    private final Opening opening;
    private final DefaultWorker before;
    private final Sockets sockets;
    private final Optional<PodObjects> pods;
    private final Fact started = new Fact();
    private final Fact failed = new Fact();

    DisabledWorker(
            Backstage backstage, Opening opening, DefaultWorker before, Sockets sockets, Optional<PodObjects> pods) {
        this.backstage = backstage;
        this.opening = opening;
        this.before = before;
        this.sockets = sockets;
        this.pods = pods;
    }

    /** Returns when enough of it has been seen. */
    Moment over() {
        return Moment.earliest(started.plus(UNTIL_SCRAPED), failed);
    }

    void addTo(Timeline timeline) {
        timeline.add(
                new Act("start Z", Moment.latest(before.gone(), opening.up().plus(WITHOUT_DEFAULT)), this::start));
        timeline.add(new Act("look at Z's sockets", started.plus(5), this::examine));
        timeline.add(new Act("look at Z's sockets again", started.plus(13.5), this::examine));
    }

    private void start() throws InterruptedException {
        String group = backstage.groups().disabled();
        if (backstage.start(Role.withoutPage(Z, group, DISABLED)).isEmpty()) {
            failed.happened(backstage.clock().now());
            return;
        }
        started.happened(backstage.clock().now());
        backstage.create(group, Task.succeed(3), Task.sleep(1, 1.4));
        try {
            pods.ifPresent(objects -> objects.add(PodObjects.DISABLED));
        } catch (ApiException e) {
            backstage.recorder().note(Reason.of(e));
        }
    }

    private void examine() {
        backstage.company().worker(Z).ifPresent(sockets::examine);
    }
}
