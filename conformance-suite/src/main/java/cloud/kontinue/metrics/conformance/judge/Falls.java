package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.exposition.Labels;
import cloud.kontinue.metrics.conformance.exposition.Sample;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Looks whether what only counts up ever falls, or is gone after it was seen. */
final class Falls {

    private record Key(String name, Labels labels) {}

    private Falls() {}

    static Verdict none(History history, Function<Scrape, List<Sample>> samples) {
        Findings findings = new Findings("values that never fall while the process lives");
        for (WorkerLife worker : Pages.workers(history)) {
            Optional<Scrape> earlier = Optional.empty();
            for (Scrape page : inOrderOfSending(worker)) {
                // Of two that were under way at once nothing says which the worker wrote first.
                if (earlier.filter(before -> before.span().to() > page.span().from())
                        .isPresent()) {
                    continue;
                }
                earlier.ifPresent(before -> compare(worker, before, page, samples, findings));
                earlier = Optional.of(page);
            }
        }
        return findings.verdict(
                findings.seen() + " values compared with those before, none fell", "no two pages showed such a value");
    }

    private static List<Scrape> inOrderOfSending(WorkerLife worker) {
        return Pages.of(worker).stream()
                .sorted(Comparator.comparingLong(page -> page.span().from()))
                .toList();
    }

    private static void compare(
            WorkerLife worker,
            Scrape earlier,
            Scrape later,
            Function<Scrape, List<Sample>> samples,
            Findings findings) {
        if (Pages.restarted(earlier, later)) {
            return;
        }
        Map<Key, Sample> now = new HashMap<>();
        samples.apply(later).forEach(sample -> now.put(new Key(sample.name(), sample.labels()), sample));
        boolean mayHaveRestarted =
                Party.isUrl(worker) && Pages.processStart(later).isEmpty();
        for (Sample before : samples.apply(earlier)) {
            Sample after = now.get(new Key(before.name(), before.labels()));
            if (after != null && after.value() >= before.value()) {
                findings.looked();
            } else if (mayHaveRestarted) {
                findings.doubt(before.name() + " fell, but " + worker.name()
                        + " may have been restarted: it shows no process_start_time_seconds");
            } else {
                String found = after == null ? "gone" : Text.number(after.value());
                findings.violation(
                        later,
                        after == null ? 1 : after.line(),
                        before.name() + before.labels() + " fell on " + worker.name() + " from "
                                + Text.number(before.value()) + " to " + found);
            }
        }
    }
}
