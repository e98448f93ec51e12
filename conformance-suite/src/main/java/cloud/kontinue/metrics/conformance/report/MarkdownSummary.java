package cloud.kontinue.metrics.conformance.report;

import cloud.kontinue.metrics.conformance.judge.Judgement;
import cloud.kontinue.metrics.conformance.judge.Verdict;
import cloud.kontinue.metrics.conformance.requirement.Section;
import java.util.List;
import java.util.Locale;

/** Writes summary.md, made to be shown as a build's summary. */
final class MarkdownSummary {

    private MarkdownSummary() {}

    static String write(Report report) {
        StringBuilder markdown = new StringBuilder();
        RunFacts facts = report.facts();
        markdown.append("# kontinue metrics: ")
                .append(Words.of(report.result()))
                .append("\n\n");
        markdown.append(String.format(
                Locale.ROOT,
                "%s on %s: %s, in %.1f s.\n\n",
                Markdown.escape(facts.subject().name()),
                Markdown.escape(facts.environment().cluster()),
                Words.tally(report),
                facts.durationSeconds()));
        facts.cutShort().ifPresent(reason -> markdown.append("**Cut short:** ")
                .append(Markdown.escape(reason))
                .append("\n\n"));
        violations(markdown, report.with(Verdict.Violates.class));
        unverified(markdown, report.with(Verdict.NotVerified.class));
        sections(markdown, report);
        return markdown.toString();
    }

    private static void violations(StringBuilder markdown, List<Judgement> violations) {
        if (violations.isEmpty()) {
            return;
        }
        markdown.append("## Violated\n\n");
        for (Judgement judgement : violations) {
            Verdict.Violates violates = (Verdict.Violates) judgement.verdict();
            markdown.append(String.format(
                    "### %s (%s)\n\n",
                    Markdown.escape(Words.heading(judgement)),
                    Words.of(judgement.requirement().level())));
            markdown.append("> ")
                    .append(Markdown.escape(judgement.requirement().quote()))
                    .append("\n\n");
            ViolationText.lines(judgement.requirement(), violates)
                    .forEach(line ->
                            markdown.append("- ").append(Markdown.escape(line)).append('\n'));
            markdown.append('\n');
        }
    }

    private static void unverified(StringBuilder markdown, List<Judgement> judgements) {
        if (judgements.isEmpty()) {
            return;
        }
        markdown.append("## Not verified\n\n| requirement | why |\n|---|---|\n");
        judgements.forEach(
                judgement -> Markdown.row(markdown, Words.heading(judgement), Words.finding(judgement.verdict())));
        markdown.append('\n');
    }

    private static void sections(StringBuilder markdown, Report report) {
        markdown.append("## By section\n\n| section | conforms | violates | not verified | not applicable |\n");
        markdown.append("|---|---|---|---|---|\n");
        for (Section section : Section.values()) {
            Report part = new Report(report.result(), report.facts(), report.of(section));
            if (!part.judgements().isEmpty()) {
                Markdown.row(
                        markdown,
                        section.label(),
                        String.valueOf(part.count(Verdict.Conforms.class)),
                        String.valueOf(part.count(Verdict.Violates.class)),
                        String.valueOf(part.count(Verdict.NotVerified.class)),
                        String.valueOf(part.count(Verdict.NotApplicable.class)));
            }
        }
    }
}
