package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Workers that live for a few seconds: one binds a single host, one an invalid address, one a port that is taken. */
final class ShortLived {

    static final String ONE_HOST = "B5";
    static final String INVALID = "B6-invalid";
    static final String TAKEN = "B6-taken";

    private static final double FIRST = 48;
    private static final double APART = 1.5;
    private static final long LOOK_MILLIS = 50;
    private static final double PATIENCE = 10;
    private static final Duration EXCLUDED_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Backstage backstage;
    private final Opening opening;
    private final int port;
    private final Fact oneHost = new Fact();
    private final Fact invalid = new Fact();
    private final Fact taken = new Fact();

    /**
     * @param port free, for the one that binds a single host
     */
    ShortLived(Backstage backstage, Opening opening, int port) {
        this.backstage = backstage;
        this.opening = opening;
        this.port = port;
    }

    Moment over() {
        return Moment.latest(oneHost, invalid, taken);
    }

    void addTo(Timeline timeline) {
        Moment first = opening.up().plus(FIRST);
        timeline.add(new Act("a worker that binds one host", first, () -> {
            try {
                bindOneHost();
            } finally {
                oneHost.happened(backstage.clock().now());
            }
        }));
        timeline.add(new Act("a worker with an invalid address", first.plus(APART), () -> {
            try {
                awaitEnd(Role.withoutPage(INVALID, backstage.groups().idle(), ":99999"));
            } finally {
                invalid.happened(backstage.clock().now());
            }
        }));
        timeline.add(new Act("a worker whose port is taken", first.plus(2 * APART), () -> {
            try {
                holdPort();
            } finally {
                taken.happened(backstage.clock().now());
            }
        }));
    }

    private void bindOneHost() throws InterruptedException {
        Role role = Role.bindingTo(ONE_HOST, backstage.groups().idle(), port, "127.0.0.1:" + port);
        Optional<StagedWorker> worker = backstage.start(role);
        if (worker.isEmpty()) {
            return;
        }
        WorkerFacts facts = backstage.facts(ONE_HOST);
        await(Moment.earliest(facts.served, facts.died));
        Optional<URI> excluded = worker.get().running().metricsOnOtherAddress(port);
        if (excluded.isPresent()) {
            worker.get().scrapes().take(Purpose.EXCLUDED_ADDRESS, excluded.get(), EXCLUDED_TIMEOUT);
            worker.get().scrapes().take(Purpose.REGULAR, worker.get().page());
            worker.get().scrapes().take(Purpose.EXCLUDED_ADDRESS, excluded.get(), EXCLUDED_TIMEOUT);
        } else {
            backstage.missing(
                    Prerequisite.OTHER_ADDRESS,
                    ONE_HOST,
                    "there is no other local address to ask worker " + ONE_HOST + " at");
        }
        worker.get().stop(GRACE);
    }

    private void holdPort() throws InterruptedException {
        try (ServerSocket held = new ServerSocket(0)) {
            awaitEnd(Role.withoutPage(TAKEN, backstage.groups().idle(), ":" + held.getLocalPort()));
        } catch (IOException e) {
            backstage.recorder().note("no port could be held: " + Reason.of(e));
        }
    }

    private void awaitEnd(Role role) throws InterruptedException {
        Optional<StagedWorker> worker = backstage.start(role);
        if (worker.isPresent()) {
            await(backstage.facts(role.worker()).died);
            worker.get().stop(GRACE);
        }
    }

    private void await(Moment moment) throws InterruptedException {
        long deadline = backstage.clock().now() + RunClock.nanos(PATIENCE);
        while (!moment.reached(backstage.clock().now()) && backstage.clock().now() < deadline) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }
}
