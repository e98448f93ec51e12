package cloud.kontinue.metrics.conformance.history;

import cloud.kontinue.metrics.conformance.recording.ApiRequestSeen;
import cloud.kontinue.metrics.conformance.recording.Event;
import cloud.kontinue.metrics.conformance.recording.ListingDenied;
import cloud.kontinue.metrics.conformance.recording.PortProbed;
import cloud.kontinue.metrics.conformance.recording.Recording;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken;
import cloud.kontinue.metrics.conformance.recording.SocketsListed;
import cloud.kontinue.metrics.conformance.recording.WorkerStarted;
import cloud.kontinue.metrics.conformance.recording.WorkerStopped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sorts a recording's events by worker. */
final class WorkerLives {

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
                            recording
                                    .all(WorkerStopped.class)
                                    .filter(stopped -> stopped.worker().equals(name))
                                    .findFirst(),
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
