package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.exposition.Sample;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the workers of a party said at about one time.
 *
 * @param span from sending the first scrape to having the last answer
 * @param pages one of each worker
 */
record Reading(Span span, List<Scrape> pages) {

    static Reading of(Scrape page) {
        return new Reading(page.span(), List.of(page));
    }

    /** Returns the values of the samples of one name, added up by a key. */
    <K> Map<K, Double> sums(String name, Function<Sample, K> key) {
        Map<K, Double> sums = new HashMap<>();
        for (Scrape page : pages) {
            Samples.of(page, name).forEach(sample -> sums.merge(key.apply(sample), sample.value(), Double::sum));
        }
        return sums;
    }

    /** Returns where the first sample of that name and key stands; the page itself where there is none. */
    <K> String where(String name, Function<Sample, K> key, K wanted) {
        for (Scrape page : pages) {
            for (Sample sample : Samples.of(page, name)) {
                if (key.apply(sample).equals(wanted)) {
                    return page.where(sample.line());
                }
            }
        }
        return pages.get(0).where();
    }

    long at() {
        return span.to();
    }
}
