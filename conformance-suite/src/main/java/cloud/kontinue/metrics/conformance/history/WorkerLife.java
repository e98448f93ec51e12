package cloud.kontinue.metrics.conformance.history;

import cloud.kontinue.metrics.conformance.recording.ApiRequestSeen;
import cloud.kontinue.metrics.conformance.recording.ListingDenied;
import cloud.kontinue.metrics.conformance.recording.PortProbed;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import cloud.kontinue.metrics.conformance.recording.SocketsListed;
import cloud.kontinue.metrics.conformance.recording.WorkerStarted;
import cloud.kontinue.metrics.conformance.recording.WorkerStopped;
import java.util.List;
import java.util.Optional;

/**
 * One worker process from its start to its end.
 *
 * @param stopped empty where it outlived the recording
 * @param scrapes all of its scrapes of every purpose, in the order of their answers
 */
public record WorkerLife(
        WorkerStarted started,
        Optional<WorkerStopped> stopped,
        List<Scrape> scrapes,
        List<PortProbed> probes,
        List<SocketsListed> sockets,
        List<ApiRequestSeen> requests,
        List<ListingDenied> denials) {

    public WorkerLife {
        scrapes = List.copyOf(scrapes);
        probes = List.copyOf(probes);
        sockets = List.copyOf(sockets);
        requests = List.copyOf(requests);
        denials = List.copyOf(denials);
    }

    public String name() {
        return started.worker();
    }

    public String group() {
        return started.group();
    }

    /** Returns the scrapes that were taken for one purpose. */
    public List<Scrape> scrapes(Purpose purpose) {
        return scrapes.stream()
                .filter(scrape -> scrape.taken().purpose() == purpose)
                .toList();
    }

    /** Returns the scrapes of the steady stream whose body could be read. */
    public List<Scrape> pages() {
        return scrapes.stream()
                .filter(scrape -> scrape.taken().purpose() == Purpose.REGULAR)
                .filter(scrape -> scrape.exposition().isPresent())
                .toList();
    }

    /** Returns whether it ended while nobody had told it to. */
    public boolean endedByItself() {
        return stopped.isPresent() && !stopped.get().byUs();
    }
}
