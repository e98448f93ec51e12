package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.stage.Work.Task;

/** W1's part: work, two undisturbed refresh intervals, and a quiet time in which its page is looked at closely. */
final class MeasuredWorker {

    /** When a worker that never shows any states is given up on. */
    private static final double NO_STATES = 36;

    private static final double WORK_WITHOUT_PAGE = 5;

    private final Backstage backstage;
    private final Opening opening;
    private final Scenery scenery;
    private final QuietSession quiet;
    private final WorkerFacts w1;
    private final Fact looked = new Fact();

    MeasuredWorker(Backstage backstage, Opening opening, Scenery scenery, QuietSession quiet) {
        this.backstage = backstage;
        this.opening = opening;
        this.scenery = scenery;
        this.quiet = quiet;
        this.w1 = backstage.facts(Opening.W1);
    }

    /** Returns when its states were first seen, or given up on. */
    Moment firstStates() {
        return Moment.earliest(w1.refresh(1), opening.started().plus(NO_STATES));
    }

    /** Returns when it has been watched for two intervals and looked at closely. */
    Moment over() {
        return Moment.latest(firstStates().plus(61), w1.refresh(3).plus(1.2), looked);
    }

    void addTo(Timeline timeline) {
        String group = backstage.groups().first();
        timeline.add(new Act(
                "work for W1",
                Moment.earliest(w1.served.plus(1), opening.started().plus(WORK_WITHOUT_PAGE)),
                () -> backstage.create(
                        group,
                        Task.succeed(5),
                        Task.fail(3, 0.4),
                        Task.fail(2, 1.4),
                        Task.sleep(3, 1.4),
                        Task.sleep(2, 10.4),
                        Task.suspend(1, 5.4))));
        timeline.add(new Act("let some Executions vanish", firstStates().plus(10), scenery::vanish));
        timeline.add(new Act(
                "more work for W1",
                firstStates().plus(42),
                () -> backstage.create(group, Task.succeed(3), Task.fail(2, 0.4), Task.sleep(1, 3.4))));
        timeline.add(new Act("look closely at W1's page", firstStates().plus(50), () -> {
            try {
                backstage.company().worker(Opening.W1).ifPresent(quiet::play);
            } finally {
                looked.happened(backstage.clock().now());
            }
        }));
    }
}
