package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.judge.Verdict.Conforms;
import cloud.kontinue.metrics.conformance.judge.Verdict.NotVerified;
import cloud.kontinue.metrics.conformance.judge.Verdict.Violates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a check found while it looked through a history, on its way to a verdict. */
final class Findings {

    private static final int EVIDENCE_KEPT = 5;

    private final String expected;
    private final List<Evidence> evidence = new ArrayList<>();
    private final Map<String, Double> measures = new TreeMap<>();
    private int violations;
    private int looked;
    private Optional<String> doubt = Optional.empty();

    /** Begins to look for what breaks an expectation. */
    Findings(String expected) {
        this.expected = expected;
    }

    /** Something that shows the requirement to be met was seen. */
    void looked() {
        looked++;
    }

    void violation(long at, String what, String where) {
        violations++;
        if (evidence.size() < EVIDENCE_KEPT) {
            evidence.add(new Evidence(at, what, where));
        }
    }

    void violation(Scrape scrape, int line, String what) {
        violation(scrape.taken().at(), what, scrape.where(line));
    }

    void violation(Scrape scrape, String what) {
        violation(scrape.taken().at(), what, scrape.where());
    }

    /** Something that our own lateness or a gap in the recording may have caused. */
    void doubt(String reason) {
        doubt = doubt.or(() -> Optional.of(reason));
    }

    void measure(String name, double value) {
        measures.put(name, value);
    }

    boolean violated() {
        return violations > 0;
    }

    int seen() {
        return looked;
    }

    /** Closes the search. */
    Verdict verdict(String conforming, String nothingSeen) {
        if (violations > 0) {
            String first = evidence.get(0).what();
            String observed = violations == 1 ? first : first + " (and " + (violations - 1) + " more like it)";
            return new Violates(expected, observed, evidence, measures);
        }
        if (doubt.isPresent()) {
            return new NotVerified(doubt.get(), measures);
        }
        return looked == 0 ? new NotVerified(nothingSeen, measures) : new Conforms(conforming, measures);
    }

    static Verdict notVerified(String reason) {
        return new NotVerified(reason, Map.of());
    }
}
