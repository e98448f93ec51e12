package cloud.kontinue.metrics.conformance.simulation;

import cloud.kontinue.metrics.conformance.recording.Event;
import cloud.kontinue.metrics.conformance.recording.ListingDenied;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.Recording;
import cloud.kontinue.metrics.conformance.recording.RunEnded;
import cloud.kontinue.metrics.conformance.recording.RunStarted;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import cloud.kontinue.metrics.conformance.recording.Span;
import cloud.kontinue.metrics.conformance.recording.WorkerStarted;
import cloud.kontinue.metrics.conformance.recording.WorkerStopped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;

/** Plays the acts of a run with simulated workers: W1 in a group of its own, W2 and W3 sharing one. */
final class SimulatedRun {

    private static final double START = 3;
    private static final double END = 70;
    private static final String NAMESPACE = "a";
    private static final String NOBODY = "nobody";
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final List<String> PHASES =
            List.of("Pending", "Executing", "Suspended", "Backoff", "Completed", "Failed", "Canceled");

    private final List<Event> events = new ArrayList<>();
    private final SimulatedClock clock;
    private final SimulatedCluster cluster;
    private final Function<Random, Behaviour> behaviours;
    private int names;

    private SimulatedRun(long seed, Function<Random, Behaviour> behaviours) {
        this.clock = new SimulatedClock(seed);
        this.cluster = new SimulatedCluster(clock, events::add);
        this.behaviours = behaviours;
    }

    /** Returns the recording of a run whose workers all behave in one way. */
    static Recording of(long seed, Function<Random, Behaviour> behaviours) {
        return new SimulatedRun(seed, behaviours).play();
    }

    private Recording play() {
        events.add(new RunStarted(
                0,
                Instant.parse("2026-01-01T00:00:00Z"),
                "test",
                new RunStarted.Subject("simulated", "object", ""),
                new RunStarted.Environment("simulated", "", "", 1),
                new RunStarted.Names(NAMESPACE, "b", NOBODY, true, true)));
        events.add(new PrerequisiteMissing(0, Prerequisite.PROMETHEUS, "", "a simulated run has no Prometheus"));
        clock.at(0.1, this::furnish);
        clock.at(0.1, this::metronome);
        clock.at(START, () -> worker("W1", "g1", ":9101"));
        SimulatedWorker[] w2 = new SimulatedWorker[1];
        clock.at(START + 1, () -> w2[0] = worker("W2", "g2", ":9102"));
        clock.at(START + 1, () -> worker("W3", "g2", ":9103"));
        clock.at(START + 2, this::firstWork);
        clock.at(START + 6, () -> create("conformance-sleep", "g2", 6.4, 12));
        clock.at(START + 20, () -> create("conformance-sleep", "g2", 6.4, 12));
        clock.at(START + 12, () -> {
            for (int i = 0; i < 3; i++) {
                cluster.delete(NAMESPACE, "vanishing-" + i);
            }
        });
        clock.at(START + 21, () -> deny(w2[0]));
        clock.at(START + 43, this::secondWork);
        clock.playUntil(END);
        events.add(new RunEnded(clock.now(), RunEnded.Outcome.COMPLETE, ""));
        List<Event> ordered = new ArrayList<>(events);
        ordered.sort(Comparator.comparingLong(Event::at));
        return new Recording(ordered);
    }

    private void furnish() {
        for (int i = 0; i < 1201; i++) {
            cluster.create(NAMESPACE, "pile-" + i, "conformance-pile", NOBODY, -1, "", "");
        }
        for (String phase : PHASES) {
            synthetic(phase, phase.equals("Pending") ? "" : "someone-else");
            synthetic(phase, "");
        }
        for (int i = 0; i < 3; i++) {
            cluster.create(
                    NAMESPACE, "vanishing-" + i, "conformance-vanishing", NOBODY, -1, "Completed", "someone-else");
            cluster.create(NAMESPACE, "explicit-" + i, "conformance-explicit", NOBODY, -1, "Pending", "");
        }
        for (int i = 0; i < 7; i++) {
            cluster.create("b", "elsewhere-" + i, "conformance-elsewhere", NOBODY, -1, "", "");
        }
    }

    private void synthetic(String phase, String owner) {
        cluster.create(NAMESPACE, "synthetic-" + names++, "conformance-synthetic", NOBODY, -1, phase, owner);
    }

    private void metronome() {
        cluster.create(NAMESPACE, "metronome-" + names++, "conformance-metronome", NOBODY, -1, "", "");
        clock.after(0.5, this::metronome);
    }

    private void firstWork() {
        create("conformance-succeed", "g1", -1, 5);
        create("conformance-fail", "g1", 0.4, 3);
        create("conformance-fail", "g1", 1.4, 2);
        create("conformance-sleep", "g1", 1.4, 3);
        create("conformance-sleep", "g1", 10.4, 2);
        create("conformance-suspend", "g1", 5.4, 1);
    }

    private void secondWork() {
        create("conformance-succeed", "g1", -1, 3);
        create("conformance-fail", "g1", 0.4, 2);
        create("conformance-sleep", "g1", 3.4, 1);
    }

    private void create(String function, String group, double seconds, int count) {
        for (int i = 0; i < count; i++) {
            cluster.create(NAMESPACE, "e-" + names++, function, group, seconds, "", "");
        }
    }

    private SimulatedWorker worker(String runName, String group, String bindAddress) {
        Behaviour behaviour = behaviours.apply(new Random(clock.random().nextLong()));
        SimulatedWorker worker = new SimulatedWorker(runName, group, clock, cluster, behaviour, events::add);
        events.add(new WorkerStarted(
                Span.at(clock.now()), runName, "id-" + runName, "process", group, Optional.of(bindAddress)));
        worker.start();
        clock.after(0.3, 0.8, () -> scrape(worker, bindAddress));
        clock.at(END - 0.2, () -> {
            if (worker.alive()) {
                worker.stop();
                events.add(new WorkerStopped(Span.at(clock.now()), runName, true, OptionalInt.of(143), ""));
            }
        });
        return worker;
    }

    private void scrape(SimulatedWorker worker, String bindAddress) {
        if (!worker.alive()) {
            return;
        }
        long sent = clock.now();
        clock.after(0.001, 0.01, () -> {
            byte[] body = worker.page().getBytes(StandardCharsets.UTF_8);
            clock.after(
                    0.001,
                    0.01,
                    () -> events.add(new ScrapeTaken(
                            new Span(sent, clock.now()),
                            worker.runName,
                            Purpose.REGULAR,
                            "http://127.0.0.1" + bindAddress + "/metrics",
                            "text/plain",
                            new Answered(200, TEXT, "", body, false))));
        });
        clock.after(0.5, () -> scrape(worker, bindAddress));
    }

    private void deny(SimulatedWorker worker) {
        long from = clock.now();
        worker.denyListing(true);
        clock.after(16, () -> {
            worker.denyListing(false);
            events.add(new ListingDenied(new Span(from, clock.now()), worker.runName));
        });
    }
}
