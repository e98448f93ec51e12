package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.ApiRequestSeen;
import cloud.kontinue.metrics.conformance.recording.Event;
import cloud.kontinue.metrics.conformance.recording.ExecutionObserved;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Failure;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Unanswered;
import cloud.kontinue.metrics.conformance.recording.WorkerStarted;
import cloud.kontinue.metrics.conformance.recording.WorkerStopped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Reads off the recorder's events what the run waits for; judges nothing. */
final class Facts implements Consumer<Event> {

    private static final int FORBIDDEN = 403;
    private static final int OK = 200;
    private static final Set<String> UNCLAIMED = Set.of("", "Pending");

    private final Map<String, WorkerFacts> workers = new ConcurrentHashMap<>();
    private final Map<String, String> workerOfGroup = new ConcurrentHashMap<>();
    private final Map<String, String> workerOfIdentity = new ConcurrentHashMap<>();

    WorkerFacts of(String worker) {
        return workers.computeIfAbsent(worker, name -> new WorkerFacts());
    }

    @Override
    public void accept(Event event) {
        if (event instanceof ScrapeTaken taken) {
            scrape(taken);
        } else if (event instanceof ExecutionObserved observed) {
            if (!UNCLAIMED.contains(observed.phase()) && workerOfGroup.containsKey(observed.group())) {
                of(workerOfGroup.get(observed.group())).claimed.happened(observed.at());
            }
        } else if (event instanceof ApiRequestSeen request) {
            if (request.status() == FORBIDDEN && request.verb().equals("list")) {
                of(workerOfIdentity.getOrDefault(request.identity(), "")).denied.happened(request.at());
            }
        } else if (event instanceof WorkerStarted started) {
            workerOfGroup.put(started.group(), started.worker());
            workerOfIdentity.put(started.identity(), started.worker());
        } else if (event instanceof WorkerStopped stopped && !stopped.byUs()) {
            of(stopped.worker()).died.happened(stopped.at());
        }
    }

    private void scrape(ScrapeTaken taken) {
        if (taken.purpose() != Purpose.REGULAR) {
            return;
        }
        WorkerFacts facts = of(taken.worker());
        if (taken.answer() instanceof Answered answered) {
            facts.answered.happened(taken.at());
            if (answered.status() == OK) {
                facts.served.happened(taken.at());
                facts.page(taken.at(), answered.body());
            }
        } else if (taken.answer() instanceof Unanswered unanswered && unanswered.failure() == Failure.OTHER) {
            facts.answered.happened(taken.at());
        }
    }
}
