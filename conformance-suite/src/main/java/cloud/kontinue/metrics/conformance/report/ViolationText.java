package cloud.kontinue.metrics.conformance.report;

import cloud.kontinue.metrics.conformance.judge.Evidence;
import cloud.kontinue.metrics.conformance.judge.Verdict;
import cloud.kontinue.metrics.conformance.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;

/** A violation in words, for whoever must mend the worker. */
public final class ViolationText {

    private ViolationText() {}

    /** Returns what was expected, what was observed, where the recording shows it and what to check, a line each. */
    public static List<String> lines(Requirement requirement, Verdict.Violates violates) {
        List<String> lines = new ArrayList<>();
        lines.add("expected: " + violates.expected());
        lines.add("observed: " + violates.observed());
        for (Evidence place : violates.evidence()) {
            lines.add("evidence: " + place.what() + " (" + place.where() + ")");
        }
        requirement.remedies().forEach(remedy -> lines.add("check: " + remedy));
        return lines.stream().map(Visible::of).toList();
    }
}
