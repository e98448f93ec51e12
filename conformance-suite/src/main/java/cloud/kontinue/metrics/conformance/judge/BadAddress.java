package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.WorkerStopped;
import java.util.Locale;
import java.util.stream.Stream;

/** Judges workers whose address is invalid or taken. */
final class BadAddress {

    /** The run itself waits longer than that, unless it is interrupted. */
    private BadAddress() {}

    /** B6: a clear error at start, not silence. */
    static Verdict isAClearError(History history) {
        Findings findings = new Findings("an exit with an error status, or a line of output that names the address");
        for (WorkerLife worker : history.workers()) {
            if (worker.name().startsWith("B6-")) {
                worker.stopped().ifPresent(stopped -> judge(history, worker, stopped, findings));
            }
        }
        return findings.verdict(
                "a clear error for " + findings.seen() + " bad addresses",
                Stream.of(Prerequisite.LOCAL_PROCESS, Prerequisite.RESTART)
                        .flatMap(prerequisite -> history.missing(prerequisite, "B6-invalid").stream())
                        .findFirst()
                        .orElse("no worker was started with a bad address"));
    }

    private static void judge(History history, WorkerLife worker, WorkerStopped stopped, Findings findings) {
        String address = worker.started().metricsBindAddress().orElse("");
        boolean failed = worker.endedByItself()
                && stopped.exitStatus().isPresent()
                && stopped.exitStatus().getAsInt() != 0;
        if (failed || names(stopped.output(), address)) {
            findings.looked();
        } else if (!worker.endedByItself()
                && stopped.span().from() - worker.started().at() < granted(history)) {
            findings.doubt(worker.name() + " was stopped before it had to tell of its address: other workers needed "
                    + Text.seconds(slowestStart(history)) + " to start");
        } else {
            findings.violation(
                    stopped.at(),
                    "%s with the %s address \"%s\" %s, and no line of its output names the address"
                            .formatted(
                                    worker.name(),
                                    worker.name().substring("B6-".length()),
                                    address,
                                    worker.endedByItself() ? "ended without an error status" : "ran on"),
                    Where.of(history, stopped));
        }
    }

    /** Where good workers are slow to serve, a bad address is complained of late too. */
    private static long granted(History history) {
        return Math.max(Tolerances.COMPLAINT, Tolerances.COMPLAINT_FACTOR * slowestStart(history));
    }

    private static long slowestStart(History history) {
        return history.workers().stream()
                .filter(worker -> !Pages.of(worker).isEmpty())
                .mapToLong(worker -> Pages.of(worker).get(0).span().to()
                        - worker.started().span().from())
                .max()
                .orElse(0);
    }

    private static boolean names(String output, String address) {
        String port = address.substring(address.lastIndexOf(':') + 1);
        return output.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .anyMatch(line -> line.contains(port) && speaksOfAnError(line));
    }

    private static boolean speaksOfAnError(String line) {
        return Stream.of("error", "invalid", "in use", "fail", "cannot", "bind", "exception", "out of range")
                .anyMatch(line::contains);
    }
}
