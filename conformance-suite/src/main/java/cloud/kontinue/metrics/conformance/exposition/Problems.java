package cloud.kontinue.metrics.conformance.exposition;

import cloud.kontinue.metrics.conformance.exposition.Problem.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the problems of one body: the first of each rule in full, the rest of that rule as a number.
 *
 * <p>So a body of nothing but wrong lines takes no more memory than a good one.
 */
final class Problems {

    /** How many of one rule are kept. */
    static final int KEPT_PER_RULE = 100;

    private final List<Problem> kept = new ArrayList<>();
    private final Map<Rule, Integer> seen = new EnumMap<>(Rule.class);
    private final Map<Rule, Problem> firstLeftOut = new EnumMap<>(Rule.class);

    void add(Cursor line, int at, Rule rule, String message) {
        int number = seen.merge(rule, 1, Integer::sum);
        if (number > KEPT_PER_RULE + 1) {
            return;
        }
        add(number, new Problem(line.number(), line.column(at), rule, message));
    }

    void add(int line, Rule rule, String message) {
        add(seen.merge(rule, 1, Integer::sum), new Problem(line, 1, rule, message));
    }

    private void add(int number, Problem problem) {
        if (number <= KEPT_PER_RULE) {
            kept.add(problem);
        } else {
            firstLeftOut.putIfAbsent(problem.rule(), problem);
        }
    }

    /** Returns them by line and column; where a rule was broken too often, one problem counts those left out. */
    List<Problem> inOrder() {
        List<Problem> all = new ArrayList<>(kept);
        firstLeftOut.forEach((rule, first) -> {
            int more = seen.getOrDefault(rule, 0) - KEPT_PER_RULE - 1;
            String message = more == 0 ? first.message() : first.message() + " (and " + more + " more of this kind)";
            all.add(new Problem(first.line(), first.column(), rule, message));
        });
        all.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        return all;
    }
}
