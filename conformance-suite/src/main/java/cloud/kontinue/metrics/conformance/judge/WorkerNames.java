package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.exposition.Sample;
import cloud.kontinue.metrics.conformance.history.ExecutionLife;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** R7: looks at the name that each worker gives itself in its running and latency series. */
final class WorkerNames {

    private WorkerNames() {}

    static Verdict oneEach(History history) {
        Findings findings =
                new Findings("one worker name per process that never changes, and no two workers with the same");
        Map<String, String> workerOfName = new HashMap<>();
        for (WorkerLife worker : Pages.workers(history)) {
            Set<String> names = new TreeSet<>();
            for (Scrape page : Pages.ofFirstProcess(worker)) {
                for (Sample sample : samples(page)) {
                    sample.labels().get(MetricNames.WORKER_LABEL).ifPresent(name -> {
                        if (names.add(name)) {
                            judgeName(history, worker, name, names, workerOfName, page, sample, findings);
                        }
                    });
                }
            }
            if (!names.isEmpty()) {
                findings.looked();
            }
        }
        if (findings.seen() == 1) {
            findings.doubt("only one worker showed its name, so nothing says whether names differ");
        }
        return findings.verdict(findings.seen() + " workers, each with a name of its own", "no worker showed its name");
    }

    private static void judgeName(
            History history,
            WorkerLife worker,
            String name,
            Set<String> names,
            Map<String, String> workerOfName,
            Scrape page,
            Sample sample,
            Findings findings) {
        String other = workerOfName.putIfAbsent(name, worker.name());
        if (name.isEmpty()) {
            findings.violation(page, sample.line(), "an empty worker name on " + worker.name());
        } else if (names.size() > 1) {
            findings.violation(
                    page, sample.line(), worker.name() + " calls itself both " + String.join(" and ", names));
        } else if (other != null) {
            findings.violation(page, sample.line(), other + " and " + worker.name() + " both call themselves " + name);
        } else {
            Set<String> owners = owners(history, worker);
            if (!owners.isEmpty() && !owners.contains(name)) {
                findings.violation(
                        page,
                        sample.line(),
                        worker.name() + " calls itself " + name + ", but owns its Executions as "
                                + String.join(" or ", owners));
            }
        }
    }

    private static List<Sample> samples(Scrape page) {
        return Stream.concat(Samples.of(page, MetricNames.RUNNING).stream(), Samples.latency(page).stream())
                .toList();
    }

    /** Returns who owns the ended Executions of a worker's group; empty where that does not tell its own name. */
    private static Set<String> owners(History history, WorkerLife worker) {
        boolean shared = history.workers().stream()
                .anyMatch(other -> !other.equals(worker) && other.group().equals(worker.group()));
        if (shared || Party.isUrl(worker) || !history.head().names().ownerWritten()) {
            return Set.of();
        }
        return history.executions(worker.group()).stream()
                .filter(life -> life.terminal().isPresent())
                .map(ExecutionLife::owner)
                .flatMap(owner -> owner.stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
