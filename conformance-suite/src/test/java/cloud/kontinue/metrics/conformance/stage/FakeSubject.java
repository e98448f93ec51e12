package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.worker.Assignment;
import cloud.kontinue.metrics.conformance.worker.RunningWorker;
import cloud.kontinue.metrics.conformance.worker.Subject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Workers that are nothing but what a test says of them. */
final class FakeSubject implements Subject {

    private final Function<Assignment, FakeWorker> workers;
    private final List<FakeWorker> started = new CopyOnWriteArrayList<>();

    FakeSubject(Function<Assignment, FakeWorker> workers) {
        this.workers = workers;
    }

    List<FakeWorker> started() {
        return started;
    }

    @Override
    public String name() {
        return "fake worker";
    }

    @Override
    public String kind() {
        return "command";
    }

    @Override
    public String digest() {
        return "";
    }

    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public RunningWorker start(Assignment assignment) {
        FakeWorker worker = workers.apply(assignment);
        started.add(worker);
        return worker;
    }

    /** One of them, with a page at an address. */
    static final class FakeWorker implements RunningWorker {

        private final URI page;
        private final String output;
        private volatile Optional<Exit> exit;

        private FakeWorker(URI page, String output, Optional<Exit> exit) {
            this.page = page;
            this.output = output;
            this.exit = exit;
        }

        static FakeWorker serving(URI page) {
            return new FakeWorker(page, "", Optional.empty());
        }

        static FakeWorker endedAtOnce(int status, String output) {
            return new FakeWorker(
                    URI.create("http://127.0.0.1:1/metrics"), output, Optional.of(new Exit(OptionalInt.of(status))));
        }

        boolean stopped() {
            return exit.isPresent();
        }

        @Override
        public String kind() {
            return "process";
        }

        @Override
        public URI metrics(int port) {
            return page;
        }

        @Override
        public Optional<URI> metricsOnOtherAddress(int port) {
            return Optional.empty();
        }

        @Override
        public Optional<Exit> exit() {
            return exit;
        }

        @Override
        public String output() {
            return output;
        }

        @Override
        public Optional<List<Listener>> listeners() {
            return Optional.of(List.of());
        }

        @Override
        public Exit stop(Duration grace) {
            close();
            return exit.orElseThrow();
        }

        @Override
        public void close() {
            if (exit.isEmpty()) {
                exit = Optional.of(new Exit(OptionalInt.of(143)));
            }
        }
    }
}
