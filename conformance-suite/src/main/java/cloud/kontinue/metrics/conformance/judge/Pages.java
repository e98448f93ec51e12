package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.exposition.Problem;
import cloud.kontinue.metrics.conformance.exposition.Problem.Rule;
import cloud.kontinue.metrics.conformance.exposition.Sample;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** The pages of the steady stream that can be judged by what they say. */
final class Pages {

    static final String NONE = "no page of any worker could be read";

    /** Breaches of the format that neither hide nor double a value; the others make a page say nothing certain. */
    private static final Set<Rule> HARMLESS = EnumSet.of(
            Rule.FINAL_LINE_FEED, Rule.SECOND_HELP, Rule.ORDER, Rule.HISTOGRAM, Rule.VALUE, Rule.END_OF_EXPOSITION);

    private Pages() {}

    static List<Scrape> of(WorkerLife worker) {
        return worker.pages().stream().filter(Pages::certain).toList();
    }

    /** Returns the workers that served at least one page. */
    static List<WorkerLife> workers(History history) {
        return history.workers().stream()
                .filter(worker -> !of(worker).isEmpty())
                .toList();
    }

    /** Returns the pages of a worker's first process: those before its start time changes. */
    static List<Scrape> ofFirstProcess(WorkerLife worker) {
        List<Scrape> pages = of(worker);
        return pages.stream().takeWhile(page -> !restarted(pages.get(0), page)).toList();
    }

    /** Returns whether two pages come from different processes, as far as they tell. */
    static boolean restarted(Scrape earlier, Scrape later) {
        OptionalDouble before = processStart(earlier);
        OptionalDouble after = processStart(later);
        return before.isPresent() && after.isPresent() && before.getAsDouble() != after.getAsDouble();
    }

    static OptionalDouble processStart(Scrape page) {
        return Samples.of(page, "process_start_time_seconds").stream()
                .mapToDouble(Sample::value)
                .findFirst();
    }

    /** Returns the name that a worker gives itself in its own metrics. */
    static Optional<String> ownName(WorkerLife worker) {
        return of(worker).stream()
                .flatMap(page ->
                        Stream.concat(Samples.of(page, MetricNames.RUNNING).stream(), Samples.latency(page).stream()))
                .flatMap(sample -> sample.labels().get(MetricNames.WORKER_LABEL).stream())
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private static boolean certain(Scrape page) {
        return page.exposition().stream()
                .flatMap(exposition -> exposition.problems().stream())
                .map(Problem::rule)
                .allMatch(HARMLESS::contains);
    }
}
