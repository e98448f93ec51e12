package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.worker.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which acts a run has, and when it ends. */
final class Script implements AutoCloseable {

    private static final String IMAGE = "image";
    private static final List<String> LOCAL_PROCESS = List.of("command", "reference");

    private final Backstage backstage;
    private final Subject subject;
    private final PodObjects podObjects;
    private final Scenery scenery;
    private final Metronome metronome;
    private final Opening opening;
    private final MeasuredWorker measured;
    private final Sockets sockets;
    private final QuietSession quiet = new QuietSession();
    private final List<Integer> ports;
    private final List<Moment> parts = new ArrayList<>();
    private Optional<Ending> ending = Optional.empty();

    Script(Backstage backstage, Subject subject, RecordingEyes eyes, PodObjects podObjects) {
        this.backstage = backstage;
        this.subject = subject;
        this.podObjects = podObjects;
        StagePlan plan = backstage.plan();
        try {
            this.ports = LocalPorts.free(4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.scenery = new Scenery(plan, backstage.groups(), backstage.work(), backstage.writer());
        this.metronome =
                new Metronome(plan, backstage.groups(), backstage.work(), backstage.writer(), backstage.clock());
        this.sockets = new Sockets(backstage, new PortProber(backstage.clock(), backstage.recorder()));
        this.opening = new Opening(backstage, eyes, scenery, metronome, sockets, ports.get(0), subject.restartable());
        this.measured = new MeasuredWorker(backstage, opening, scenery, quiet);
    }

    /** Puts all acts on the timeline. */
    void write(Timeline timeline) {
        opening.addTo(timeline);
        measured.addTo(timeline);
        parts.add(measured.over());
        if (subject.restartable()) {
            others(timeline);
        }
        Ending last = new Ending(backstage, measured.firstStates(), parts.toArray(Moment[]::new));
        last.addTo(timeline);
        ending = Optional.of(last);
    }

    /** Returns the namespaces that the run itself made. */
    List<String> ownNamespaces() {
        return scenery.ownNamespaces();
    }

    /** Returns when the run ends. */
    Moment end() {
        return ending.<Moment>map(Ending::moment).orElse(backstage.setUp());
    }

    double expectedSeconds() {
        return ending.map(Ending::expected).orElse(0.0);
    }

    private void others(Timeline timeline) {
        boolean image = subject.kind().equals(IMAGE);
        Optional<PodObjects> pods = image ? Optional.empty() : Optional.of(podObjects);
        Optional<ListingOutage> outage = backstage
                .cluster()
                .listingRights()
                .map(rights -> new ListingOutage(rights, backstage.clock(), backstage.recorder()));
        SharedGroup shared = new SharedGroup(backstage, opening, outage, ports.get(1), ports.get(2));
        DefaultWorker byDefault = new DefaultWorker(backstage, opening, sockets, quiet, pods, image);
        DisabledWorker disabled = new DisabledWorker(backstage, opening, byDefault, sockets, pods);
        shared.addTo(timeline);
        byDefault.addTo(timeline);
        disabled.addTo(timeline);
        parts.add(shared.over().plus(1.2));
        parts.add(disabled.over());
        if (LOCAL_PROCESS.contains(subject.kind())) {
            ShortLived shortLived = new ShortLived(backstage, opening, ports.get(3));
            shortLived.addTo(timeline);
            parts.add(shortLived.over());
        } else {
            backstage.missing(
                    Prerequisite.LOCAL_PROCESS, "", "only a worker that is a process on this machine can be tried so");
        }
    }

    @Override
    public void close() {
        metronome.close();
    }
}
