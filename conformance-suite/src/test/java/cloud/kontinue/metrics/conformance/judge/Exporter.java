package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.Combination;
import java.util.Map;
import java.util.TreeMap;

/** What a simulated worker shows as states, from one publication to the next. */
final class Exporter {

    private final TreeMap<Double, Map<Combination, Integer>> published = new TreeMap<>();

    Exporter publishes(double at, Map<Combination, Integer> states) {
        published.put(at, states);
        return this;
    }

    /** Returns what was published last before an instant. */
    Map<Combination, Integer> states(double at) {
        Map.Entry<Double, Map<Combination, Integer>> last = published.floorEntry(at);
        return last == null ? Map.of() : last.getValue();
    }

    /** Returns the page at an instant; the answer is made while the scrape is under way. */
    String page(double at) {
        return page(states(at + Script.REQUEST / 2));
    }

    static String page(Map<Combination, Integer> states) {
        StringBuilder page = new StringBuilder("# TYPE up gauge\nup 1\n");
        if (!states.isEmpty()) {
            page.append("# TYPE kontinue_execution_states gauge\n");
            new TreeMap<>(states).forEach((series, count) -> page.append("kontinue_execution_states")
                    .append(series)
                    .append(' ')
                    .append(count)
                    .append('\n'));
        }
        return page.toString();
    }
}
