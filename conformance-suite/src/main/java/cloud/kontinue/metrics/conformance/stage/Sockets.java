package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.SocketsListed;
import cloud.kontinue.metrics.conformance.worker.RunningWorker.Listener;
import java.util.List;
import java.util.Optional;

/** Asks everything that a worker listens on, and its default port, whether it serves metrics. */
final class Sockets {

    private final Backstage backstage;
    private final PortProber prober;

    Sockets(Backstage backstage, PortProber prober) {
        this.backstage = backstage;
        this.prober = prober;
    }

    void examine(StagedWorker worker) {
        Optional<List<Listener>> listeners = worker.running().listeners();
        if (listeners.isEmpty()) {
            backstage.missing(
                    Prerequisite.SOCKETS,
                    worker.name(),
                    "the listening sockets of worker " + worker.name() + " cannot be seen from here");
        } else {
            backstage
                    .recorder()
                    .record(new SocketsListed(
                            backstage.clock().now(),
                            worker.name(),
                            listeners.get().stream().map(Listener::toString).toList()));
            listeners.get().forEach(listener -> prober.probe(worker.name(), listener));
        }
        prober.probe(worker.name(), worker.running().metrics(Role.DEFAULT_PORT));
        worker.running().metricsOnOtherAddress(Role.DEFAULT_PORT).ifPresent(page -> prober.probe(worker.name(), page));
    }
}
