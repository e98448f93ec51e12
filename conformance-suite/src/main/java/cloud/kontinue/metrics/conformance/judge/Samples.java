package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.exposition.Exposition;
import cloud.kontinue.metrics.conformance.exposition.Family;
import cloud.kontinue.metrics.conformance.exposition.Sample;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds samples in pages by the name on their own line, whatever family they were put in. */
final class Samples {

    private static final Set<String> DOCUMENTED = Set.of(
            MetricNames.RUNNING,
            MetricNames.LATENCY,
            MetricNames.LATENCY_BUCKET,
            MetricNames.LATENCY_SUM,
            MetricNames.LATENCY_COUNT,
            MetricNames.COMPLETED,
            MetricNames.STATES);

    /** The three names that the lines of the histogram carry. */
    static final List<String> LATENCY_PARTS =
            List.of(MetricNames.LATENCY_BUCKET, MetricNames.LATENCY_SUM, MetricNames.LATENCY_COUNT);

    private Samples() {}

    static List<Sample> of(Scrape page, String name) {
        return page.exposition()
                .map(exposition -> of(exposition, name).toList())
                .orElse(List.of());
    }

    static Stream<Sample> of(Exposition exposition, String name) {
        return exposition.families().stream()
                .filter(family -> name.startsWith(family.name()))
                .flatMap(family -> family.samples().stream())
                .filter(sample -> sample.name().equals(name));
    }

    /** Returns the samples of the histogram, of all three names. */
    static List<Sample> latency(Scrape page) {
        return LATENCY_PARTS.stream().flatMap(name -> of(page, name).stream()).toList();
    }

    /** Returns kontinue's names on a page that the metrics page does not know, in alphabetical order. */
    static Set<String> undocumented(Scrape page) {
        Set<String> names = new TreeSet<>();
        page.exposition().ifPresent(exposition -> exposition.families().stream()
                .filter(family -> family.name().startsWith(MetricNames.PREFIX))
                .forEach(family -> {
                    names.add(family.name());
                    family.samples().forEach(sample -> names.add(sample.name()));
                }));
        names.removeAll(DOCUMENTED);
        names.removeIf(name -> name.endsWith("_created"));
        return names;
    }

    /** Returns whether a page names one of kontinue's four families. */
    static boolean haveKontinues(Exposition exposition) {
        return exposition.families().stream().map(Family::name).anyMatch(name -> name.startsWith(MetricNames.PREFIX));
    }
}
