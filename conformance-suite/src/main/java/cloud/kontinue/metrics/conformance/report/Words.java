package cloud.kontinue.metrics.conformance.report;

import cloud.kontinue.metrics.conformance.judge.Judgement;
import cloud.kontinue.metrics.conformance.judge.Result;
import cloud.kontinue.metrics.conformance.judge.Verdict;
import cloud.kontinue.metrics.conformance.requirement.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words that reports use for verdicts, results and levels. */
final class Words {

    private Words() {}

    static String of(Verdict verdict) {
        if (verdict instanceof Verdict.Conforms) {
            return "conforms";
        } else if (verdict instanceof Verdict.Violates) {
            return "violates";
        } else if (verdict instanceof Verdict.NotVerified) {
            return "not-verified";
        }
        return "not-applicable";
    }

    static String of(Result result) {
        return result.name().toLowerCase(Locale.ROOT);
    }

    static String of(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    /** Returns what was observed, or why nothing could be: one line of a verdict's own words. */
    static String finding(Verdict verdict) {
        if (verdict instanceof Verdict.Conforms conforms) {
            return conforms.observed();
        } else if (verdict instanceof Verdict.Violates violates) {
            return violates.observed();
        } else if (verdict instanceof Verdict.NotVerified notVerified) {
            return notVerified.reason();
        }
        return ((Verdict.NotApplicable) verdict).reason();
    }

    /** Returns {@code S4 · title}. */
    static String heading(Judgement judgement) {
        return judgement.requirement().id() + " · " + judgement.requirement().title();
    }

    /** Returns how many verdicts of each kind there are, such as {@code 50 conform, 1 violates, 3 not verified}. */
    static String tally(Report report) {
        List<String> parts = new ArrayList<>();
        int conforming = report.count(Verdict.Conforms.class);
        parts.add(conforming + (conforming == 1 ? " conforms" : " conform"));
        int violated = report.count(Verdict.Violates.class);
        parts.add(violated + (violated == 1 ? " violates" : " violate"));
        parts.add(report.count(Verdict.NotVerified.class) + " not verified");
        int inapplicable = report.count(Verdict.NotApplicable.class);
        if (inapplicable > 0) {
            parts.add(inapplicable + " not applicable");
        }
        return String.join(", ", parts);
    }
}
