package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.ExecutionLife;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.recording.Event;
import cloud.kontinue.metrics.conformance.recording.PortProbed;
import cloud.kontinue.metrics.conformance.recording.PortProbed.Outcome;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.Recording;
import cloud.kontinue.metrics.conformance.recording.SocketsListed;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges a worker whose metrics server is disabled by the address {@code "0"}. */
final class DisabledMetrics {

    private static final String DISABLED = "0";

    private DisabledMetrics() {}

    /** B3: with "0" nothing serves metrics. */
    static Verdict serveNothing(History history) {
        Optional<WorkerLife> disabled = disabled(history);
        if (disabled.isEmpty()) {
            return Findings.notVerified(history.missing(Prerequisite.RESTART, "Z")
                    .or(() -> history.missing(Prerequisite.DEFAULT_PORT, "Z"))
                    .orElse("no worker was started with MetricsBindAddress \"0\""));
        }
        WorkerLife worker = disabled.get();
        Findings findings = new Findings("no listening socket that serves kontinue's metrics");
        for (PortProbed probe : worker.probes()) {
            if (probe.outcome() == Outcome.METRICS && isStrangers(history, worker, probe)) {
                findings.doubt(probe.listener() + " is served by another process than " + worker.name());
            } else if (probe.outcome() == Outcome.METRICS) {
                findings.violation(
                        probe.at(),
                        "%s with MetricsBindAddress \"0\" serves %s: %s"
                                .formatted(worker.name(), probe.listener(), probe.detail()),
                        Where.of(history, probe));
            } else if (probe.outcome() == Outcome.SILENT) {
                findings.doubt(probe.listener() + " of " + worker.name() + " neither refused nor answered");
            } else {
                findings.looked();
            }
        }
        doubts(history, worker).ifPresent(findings::doubt);
        int listening = worker.sockets().isEmpty()
                ? 0
                : worker.sockets().get(worker.sockets().size() - 1).listeners().size();
        findings.measure("listeners", listening);
        if (listening == 0) {
            findings.looked();
        }
        return findings.verdict(
                listening == 0 ? "listens on no port" : "none of its " + listening + " listening ports serves metrics",
                "no port of it was tried");
    }

    /** Whether the port was taken before the worker came, and is none that it listens on. */
    private static boolean isStrangers(History history, WorkerLife worker, PortProbed probe) {
        String port = probe.listener().substring(probe.listener().lastIndexOf(':'));
        return history.missing(Prerequisite.DEFAULT_PORT, worker.name()).isPresent()
                && !worker.sockets().isEmpty()
                && worker.sockets().stream()
                        .flatMap(sockets -> sockets.listeners().stream())
                        .noneMatch(listener -> listener.endsWith(port));
    }

    /** Returns why it would prove nothing that no socket of it serves metrics. */
    private static Optional<String> doubts(History history, WorkerLife worker) {
        Optional<String> unseen = history.missing(Prerequisite.SOCKETS, worker.name());
        if (unseen.isPresent()) {
            return unseen;
        }
        long up = Claims.first(history, worker).orElse(Long.MAX_VALUE);
        List<SocketsListed> listed =
                worker.sockets().stream().filter(sockets -> sockets.at() >= up).toList();
        if (listed.isEmpty()) {
            return Optional.of("the listening sockets of " + worker.name() + " were not listed while it worked");
        }
        Set<String> tried = worker.probes().stream().map(PortProbed::listener).collect(Collectors.toSet());
        Optional<String> untried = listed.stream()
                .flatMap(sockets -> sockets.listeners().stream())
                .filter(listener -> !tried.contains(listener))
                .map(listener -> listener + " of " + worker.name() + " was not asked for metrics")
                .findFirst();
        return untried.isPresent() ? untried : control(history);
    }

    /** The same way of looking must find the metrics of a worker that serves them. */
    private static Optional<String> control(History history) {
        boolean found = history.workers().stream()
                .filter(other -> !isDisabled(other))
                .anyMatch(other -> other.probes().stream()
                        .filter(probe -> probe.outcome() == Outcome.METRICS)
                        .anyMatch(probe -> other.sockets().stream()
                                .anyMatch(sockets -> sockets.listeners().contains(probe.listener()))));
        return found
                ? Optional.empty()
                : Optional.of("listing sockets did not find the metrics of a worker that serves them either");
    }

    /** B4: with "0" the worker still finishes Executions. */
    static Verdict stillWorks(History history) {
        Optional<WorkerLife> disabled = disabled(history);
        if (disabled.isEmpty()) {
            return Findings.notVerified(history.missing(Prerequisite.RESTART, "Z")
                    .orElse("no worker was started with MetricsBindAddress \"0\""));
        }
        WorkerLife worker = disabled.get();
        long granted = granted(history);
        Findings findings = new Findings("Executions finished within " + Text.seconds(granted) + " of the start");
        findings.measure("grantedSeconds", Tolerances.seconds(granted));
        if (worker.endedByItself()) {
            findings.violation(
                    worker.stopped().orElseThrow().at(),
                    worker.name() + " with MetricsBindAddress \"0\" ended by itself: "
                            + lastLine(worker.stopped().orElseThrow().output()),
                    Where.of(history, worker.stopped().orElseThrow()));
        }
        history.executions(worker.group()).stream()
                .filter(life -> life.created().isPresent())
                .forEach(life -> finishes(history, worker, life, granted, findings));
        return findings.verdict(findings.seen() + " Executions finished", "no Execution was made for " + worker.name());
    }

    private static void finishes(
            History history, WorkerLife worker, ExecutionLife life, long granted, Findings findings) {
        long begun = Math.max(
                worker.started().at(), life.created().orElseThrow().span().to());
        long due = begun + granted + Tolerances.nanos(life.seconds().orElse(0));
        long end = worker.stopped().map(stopped -> stopped.span().from()).orElseGet(() -> lastEvent(history)
                .at());
        long seen = life.terminal().map(ExecutionLife.State::at).orElse(end);
        long late = seen - due;
        if (life.terminal().isPresent() && late <= 0) {
            findings.looked();
        } else if (late > history.lateness(Span.between(begun, seen))) {
            findings.violation(
                    seen,
                    "%s of %s was not finished %s after it could begin"
                            .formatted(life.name(), worker.name(), Text.seconds(seen - begun)),
                    life.terminal()
                            .map(state -> Recording.where(state.event()))
                            .orElseGet(() -> Where.of(history, life.created().orElseThrow())));
        } else if (!worker.endedByItself()) {
            findings.doubt(worker.name() + " was stopped before " + life.name() + " had to be finished");
        }
    }

    private static Event lastEvent(History history) {
        List<Event> events = history.recording().events();
        return events.get(events.size() - 1);
    }

    /** The time to the first claim is multiplied, because a slow start has nothing to do with metrics. */
    private static long granted(History history) {
        return history.worker("D")
                .flatMap(control -> Claims.first(history, control)
                        .map(claim -> claim - control.started().span().from()))
                .map(took -> Math.max(Tolerances.WITHOUT_METRICS, Tolerances.WITHOUT_METRICS_FACTOR * took))
                .orElse(Tolerances.WITHOUT_METRICS);
    }

    private static Optional<WorkerLife> disabled(History history) {
        return history.workers().stream().filter(DisabledMetrics::isDisabled).findFirst();
    }

    private static boolean isDisabled(WorkerLife worker) {
        return worker.started().metricsBindAddress().filter(DISABLED::equals).isPresent();
    }

    private static String lastLine(String output) {
        return output.lines()
                .filter(line -> !line.isBlank())
                .reduce((first, last) -> last)
                .orElse("without a word");
    }
}
