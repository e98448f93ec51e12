package cloud.kontinue.metrics.conformance.report;

import cloud.kontinue.metrics.conformance.judge.Judgement;
import cloud.kontinue.metrics.conformance.judge.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the conclusion that a terminal shows. */
public final class TextSummary {

    private TextSummary() {}

    /** Returns violations first, then what was not verified, then the counts; each line ends with a line feed. */
    public static String write(Report report) {
        StringBuilder text = new StringBuilder();
        report.with(Verdict.Violates.class).forEach(judgement -> violation(text, judgement));
        unverified(text, report.with(Verdict.NotVerified.class));
        report.facts().cutShort().ifPresent(reason -> text.append("cut short: ")
                .append(Visible.of(reason))
                .append("\n\n"));
        text.append(Visible.of(report.facts().subject().name()))
                .append(": ")
                .append(Words.of(report.result()).toUpperCase(Locale.ROOT))
                .append(" (")
                .append(Words.tally(report))
                .append(")\n");
        return text.toString();
    }

    private static void violation(StringBuilder text, Judgement judgement) {
        Verdict.Violates violates = (Verdict.Violates) judgement.verdict();
        text.append("VIOLATED ")
                .append(Visible.of(Words.heading(judgement)))
                .append(" [")
                .append(Words.of(judgement.requirement().level()))
                .append("]\n");
        line(text, "expected", violates.expected());
        line(text, "observed", violates.observed());
        line(text, "evidence", violates.evidence().get(0).where());
        judgement.requirement().remedies().stream().limit(2).forEach(remedy -> line(text, "check", remedy));
        text.append('\n');
    }

    private static void unverified(StringBuilder text, List<Judgement> judgements) {
        if (judgements.isEmpty()) {
            return;
        }
        Map<String, List<String>> idsByReason = new LinkedHashMap<>();
        judgements.forEach(judgement -> idsByReason
                .computeIfAbsent(Words.finding(judgement.verdict()), reason -> new ArrayList<>())
                .add(judgement.requirement().id()));
        text.append("not verified:\n");
        idsByReason.forEach(
                (reason, ids) -> text.append(String.format("  %s: %s\n", String.join(", ", ids), Visible.of(reason))));
        text.append('\n');
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("  %-9s %s\n", name, Visible.of(value)));
    }
}
