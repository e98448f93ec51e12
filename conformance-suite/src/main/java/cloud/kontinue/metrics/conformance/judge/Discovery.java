package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered.Topic;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges what the documented scrape job makes of the pods that it discovers. */
final class Discovery {

    private static final String BY_DEFAULT = "D";
    private static final String DISABLED = "Z";
    private static final String NO_LABEL = "decoy-no-label";
    private static final String OTHER_PORT = "decoy-other-port";

    private Discovery() {}

    /** P1: the documented job discovers the worker's pod and its scrape is up. */
    static Verdict findsTheWorker(History history) {
        Optional<String> missing = missing(history);
        if (missing.isPresent()) {
            return Findings.notVerified(missing.get());
        }
        Findings findings = new Findings("the worker's pod among the targets of the documented job, and up");
        List<Target> targets = Target.ofWorker(history, BY_DEFAULT);
        if (targets.stream().anyMatch(target -> target.health().equals("up"))) {
            findings.looked();
        } else if (!targets.isEmpty()) {
            Target last = targets.get(targets.size() - 1);
            String problem = last.active()
                    ? "is " + last.health() + (last.error().isEmpty() ? "" : ": " + last.error())
                    : "was dropped";
            if (last.health().equals("unknown")) {
                findings.doubt("Prometheus had not yet scraped the pod " + last.pod());
            } else {
                violation(history, findings, last, "the pod " + last.pod() + " " + problem);
            }
        }
        return findings.verdict("discovered and up", "Prometheus was not seen to discover the pod of " + BY_DEFAULT);
    }

    /** P2: pods without the label are dropped. */
    static Verdict dropsPodsWithoutTheLabel(History history) {
        return drops(history, NO_LABEL, "no target for a pod without the label app=kontinue-worker");
    }

    /** P3: other ports are dropped. */
    static Verdict dropsOtherPorts(History history) {
        return drops(history, OTHER_PORT, "no target for a container port other than 8080");
    }

    private static Verdict drops(History history, String decoy, String expected) {
        Optional<String> missing = missing(history);
        if (missing.isPresent()) {
            return Findings.notVerified(missing.get());
        }
        Findings findings = new Findings(expected);
        for (Target target : Target.named(history, decoy)) {
            if (target.active()) {
                violation(history, findings, target, "the pod " + decoy + " is a target: " + target.instance());
            } else {
                findings.looked();
            }
        }
        return findings.verdict("discovered and dropped", "Prometheus was not seen to discover the pod " + decoy);
    }

    /** P6: a worker with "0" yields no series. */
    static Verdict disabledYieldsNothing(History history) {
        // Another process on port 8080 would answer at the address of the disabled worker too.
        Optional<String> missing = missing(history).or(() -> history.missing(Prerequisite.DEFAULT_PORT, DISABLED));
        if (missing.isPresent()) {
            return Findings.notVerified(missing.get());
        }
        Findings findings = new Findings("no series of kontinue's from a worker whose metrics are disabled");
        List<Target> targets = Target.ofWorker(history, DISABLED).stream()
                .filter(target -> target.active() && !target.health().equals("unknown"))
                .toList();
        targets.forEach(target -> findings.looked());
        Set<String> instances = targets.stream().map(Target::instance).collect(Collectors.toSet());
        for (PrometheusAnswered answer : history.answers(Topic.SERIES)) {
            StoredSeries.of(answer)
                    .filter(series -> series.name().startsWith(MetricNames.PREFIX))
                    .filter(series -> instances.contains(series.label("instance")))
                    .forEach(series -> findings.violation(
                            answer.at(),
                            "Prometheus stored %s from %s, the pod of %s"
                                    .formatted(series.name(), series.label("instance"), DISABLED),
                            Where.of(history, answer)));
        }
        return findings.verdict(
                "scraped, and not one series stored", "Prometheus was not seen to scrape the pod of " + DISABLED);
    }

    private static void violation(History history, Findings findings, Target target, String what) {
        findings.violation(target.answer().at(), what, Where.of(history, target.answer()));
    }

    private static Optional<String> missing(History history) {
        return history.missing(Prerequisite.PROMETHEUS, "")
                .or(() -> history.missing(Prerequisite.PROMETHEUS_DISCOVERY, ""))
                // Whoever holds the port, Prometheus scrapes him in the place of the worker.
                .or(() -> history.missing(Prerequisite.DEFAULT_PORT, BY_DEFAULT))
                .or(() -> Target.harnessProblem(history));
    }
}
