package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.stage.Work.Task;
import java.util.Optional;

/** W2 and W3, who share a group; W2's right to list is taken away once. */
final class SharedGroup {

    static final String W2 = "W2";
    static final String W3 = "W3";

    /** Ten seconds before the next listing is due. */
    private static final double DENY_AFTER_FIRST_LISTING = 20;

    private final Backstage backstage;
    private final Opening opening;
    private final Optional<ListingOutage> outage;
    private final int port2;
    private final int port3;

    SharedGroup(Backstage backstage, Opening opening, Optional<ListingOutage> outage, int port2, int port3) {
        this.backstage = backstage;
        this.opening = opening;
        this.outage = outage;
        this.port2 = port2;
        this.port3 = port3;
    }

    void addTo(Timeline timeline) {
        WorkerFacts w2 = backstage.facts(W2);
        Moment bothReady = Moment.earliest(
                Moment.latest(w2.served, backstage.facts(W3).served).plus(1),
                opening.up().plus(8));
        String group = backstage.groups().shared();
        timeline.add(new Act("start W2", opening.up(), () -> backstage.start(Role.onPort(W2, group, port2))));
        timeline.add(new Act("start W3", opening.up(), () -> backstage.start(Role.onPort(W3, group, port3))));
        timeline.add(new Act("work for W2 and W3", bothReady, () -> backstage.create(group, Task.sleep(12, 6.4))));
        timeline.add(new Act(
                "more work for W2 and W3", bothReady.plus(14), () -> backstage.create(group, Task.sleep(12, 6.4))));
        outage.ifPresent(
                fault -> timeline.add(new Act("deny W2's listing", w2.refresh(1).plus(DENY_AFTER_FIRST_LISTING), () -> {
                    var worker = backstage.company().worker(W2);
                    if (worker.isPresent()) {
                        fault.play(worker.get(), w2.denied);
                    }
                })));
    }

    /** Returns when W2 has been seen to list again after the outage, or cannot be any more. */
    Moment over() {
        WorkerFacts w2 = backstage.facts(W2);
        return outage.map(fault -> Moment.earliest(w2.refreshAfter(fault.over()), w2.died))
                .orElse(opening.up());
    }
}
