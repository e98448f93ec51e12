package cloud.kontinue.metrics.conformance.history;

import cloud.kontinue.metrics.conformance.recording.ApiRequestSeen;
import cloud.kontinue.metrics.conformance.recording.Event;
import cloud.kontinue.metrics.conformance.recording.ListingDenied;
import cloud.kontinue.metrics.conformance.recording.PortProbed;
import cloud.kontinue.metrics.conformance.recording.Recording;
import cloud.kontinue.metrics.conformance.recording.RunEnded;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken;
import cloud.kontinue.metrics.conformance.recording.SocketsListed;
import cloud.kontinue.metrics.conformance.recording.WorkerStarted;
import cloud.kontinue.metrics.conformance.recording.WorkerStopped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Sorts a recording's events by worker. */
final class WorkerLives {

    /** A terminal's Ctrl-C reaches the workers too, and they may be quicker to end than the run is. */
    private static final long SAME_INTERRUPT = 5_000_000_000L;

    private WorkerLives() {}

    static Map<String, WorkerLife> of(Recording recording) {
        Map<String, WorkerLife> lives = new LinkedHashMap<>();
        Map<String, List<Scrape>> scrapes = scrapes(recording);
        recording.all(WorkerStarted.class).forEach(started -> {
            String name = started.worker();
            lives.put(
                    name,
                    new WorkerLife(
                            started,
                            stopped(recording, name),
                            scrapes.getOrDefault(name, List.of()),
                            recording
                                    .all(PortProbed.class)
                                    .filter(probe -> probe.worker().equals(name))
                                    .toList(),
                            recording
                                    .all(SocketsListed.class)
                                    .filter(sockets -> sockets.worker().equals(name))
                                    .toList(),
                            recording
                                    .all(ApiRequestSeen.class)
                                    .filter(request -> request.identity().equals(started.identity()))
                                    .toList(),
                            recording
                                    .all(ListingDenied.class)
                                    .filter(denial -> denial.worker().equals(name))
                                    .toList()));
        });
        return lives;
    }

    private static Optional<WorkerStopped> stopped(Recording recording, String worker) {
        OptionalLong interrupted = recording
                .all(RunEnded.class)
                .filter(ended -> ended.outcome() == RunEnded.Outcome.INTERRUPTED)
                .mapToLong(RunEnded::at)
                .findFirst();
        return recording
                .all(WorkerStopped.class)
                .filter(stopped -> stopped.worker().equals(worker))
                .findFirst()
                .map(stopped -> interrupted.isPresent() && interrupted.getAsLong() - stopped.at() < SAME_INTERRUPT
                        ? new WorkerStopped(stopped.span(), worker, true, stopped.exitStatus(), stopped.output())
                        : stopped);
    }

    private static Map<String, List<Scrape>> scrapes(Recording recording) {
        Map<String, List<Scrape>> scrapes = new LinkedHashMap<>();
        Expositions expositions = new Expositions();
        for (int index = 0; index < recording.events().size(); index++) {
            Event event = recording.events().get(index);
            if (event instanceof ScrapeTaken taken) {
                scrapes.computeIfAbsent(taken.worker(), worker -> new ArrayList<>())
                        .add(new Scrape(index, taken, expositions.of(taken)));
            }
        }
        return scrapes;
    }
}
