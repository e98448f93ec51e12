package cloud.kontinue.metrics.conformance.run;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.RunEnded;
import cloud.kontinue.metrics.conformance.recording.WorkerStopped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a run, or a worker's part in it, ended before its time. */
final class CutShort {

    /** Workers that are to run until they are told to stop; of the others some are started in order to fail. */
    private static final Set<String> STEADY = Set.of("W1", "W2", "W3", "D", "Z");

    private static final double NANOS = 1e9;

    private CutShort() {}

    /** Returns why, in one line; empty where everything was played to its end. */
    static Optional<String> of(History history) {
        Optional<RunEnded> ended = history.recording().all(RunEnded.class).findFirst();
        if (ended.isEmpty()) {
            return Optional.of("the recording breaks off before the run ended");
        }
        if (ended.get().outcome() == RunEnded.Outcome.INTERRUPTED) {
            String reason = ended.get().reason();
            return Optional.of(reason.isEmpty() ? "the run was interrupted" : reason);
        }
        String deaths = history.workers().stream()
                .filter(worker -> STEADY.contains(worker.name()))
                .filter(WorkerLife::endedByItself)
                // Where its port was not to be had, that is said already, and is not its fault.
                .filter(worker -> history.missing(Prerequisite.DEFAULT_PORT, worker.name())
                        .isEmpty())
                .flatMap(worker -> worker.stopped().stream())
                .map(CutShort::death)
                .collect(Collectors.joining("; "));
        return Optional.of(deaths).filter(text -> !text.isEmpty());
    }

    private static String death(WorkerStopped stopped) {
        String status = stopped.exitStatus().isPresent()
                ? " with status " + stopped.exitStatus().getAsInt()
                : "";
        return String.format(
                Locale.ROOT,
                "%s ended by itself%s at %.1f s, %s",
                stopped.worker(),
                status,
                stopped.at() / NANOS,
                lastWords(stopped.output()));
    }

    private static String lastWords(String output) {
        return output.lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .map(line -> "the last line it wrote: " + line.strip())
                .orElse("it wrote nothing");
    }
}
