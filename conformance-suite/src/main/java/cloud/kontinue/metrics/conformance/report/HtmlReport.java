package cloud.kontinue.metrics.conformance.report;

import cloud.kontinue.metrics.conformance.judge.Evidence;
import cloud.kontinue.metrics.conformance.judge.Judgement;
import cloud.kontinue.metrics.conformance.judge.Verdict;
import cloud.kontinue.metrics.conformance.requirement.Requirement;
import cloud.kontinue.metrics.conformance.requirement.Section;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Writes report.html: the summary, then every violation, then all requirements by section. */
final class HtmlReport {

    private final StringBuilder html = new StringBuilder();

    private HtmlReport() {}

    static String write(Report report) {
        HtmlReport page = new HtmlReport();
        page.head(report);
        page.violations(report.with(Verdict.Violates.class));
        page.unverified(report.with(Verdict.NotVerified.class));
        for (Section section : Section.values()) {
            page.section(section, report.of(section));
        }
        String title = "kontinue metrics: " + report.facts().subject().name() + " is " + Words.of(report.result());
        return HtmlDocument.of(title, page.html.toString());
    }

    private void head(Report report) {
        RunFacts facts = report.facts();
        String result = Words.of(report.result());
        add("<h1>kontinue metrics: <span class=\"%s\">%s</span></h1>\n", result, result);
        add("<p>%s</p>\n<dl>\n", Words.tally(report));
        facts.cutShort().ifPresent(reason -> pair("cut short", reason));
        pair("subject", facts.subject().name() + " (" + facts.subject().kind() + ")");
        optionalPair("digest", facts.subject().digest());
        pair("cluster", facts.environment().cluster());
        optionalPair("Kubernetes", facts.environment().kubernetes());
        optionalPair("Prometheus", facts.environment().prometheus());
        pair("processors", String.valueOf(facts.environment().cpus()));
        pair("started", facts.startedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        pair("duration", String.format(Locale.ROOT, "%.1f s", facts.durationSeconds()));
        pair("suite", facts.suiteVersion() + ", specification " + Specification.sha256());
        add("</dl>\n");
    }

    private void violations(List<Judgement> violations) {
        if (violations.isEmpty()) {
            return;
        }
        add("<h2>Violated</h2>\n");
        for (Judgement judgement : violations) {
            Requirement requirement = judgement.requirement();
            Verdict.Violates violates = (Verdict.Violates) judgement.verdict();
            add(
                    "<section class=\"card\">\n<h3>%s <span class=\"faint\">%s</span></h3>\n",
                    Words.heading(judgement), Words.of(requirement.level()));
            add("<blockquote>%s</blockquote>\n<dl>\n", requirement.quote());
            pair("expected", violates.expected());
            pair("observed", violates.observed());
            add("<dt>evidence</dt><dd><ul>\n");
            for (Evidence place : violates.evidence()) {
                add("<li>%s, at %s: <code>%s</code></li>\n", place.what(), seconds(place.at()), place.where());
            }
            add("</ul></dd>\n<dt>check</dt><dd><ul>\n");
            requirement.remedies().forEach(remedy -> add("<li>%s</li>\n", remedy));
            add("</ul></dd>\n");
            optionalPair("measures", Measures.text(violates.measures()));
            add("</dl>\n</section>\n");
        }
    }

    private void unverified(List<Judgement> judgements) {
        if (judgements.isEmpty()) {
            return;
        }
        add("<h2>Not verified</h2>\n<ul>\n");
        judgements.forEach(judgement -> add(
                "<li><a href=\"#%s\">%s</a>: %s</li>\n",
                judgement.requirement().id(), Words.heading(judgement), Words.finding(judgement.verdict())));
        add("</ul>\n");
    }

    private void section(Section section, List<Judgement> judgements) {
        if (judgements.isEmpty()) {
            return;
        }
        add("<h2>%s</h2>\n<div class=\"wide\"><table>\n", section.label());
        add("<tr><th>id</th><th>requirement</th><th>verdict</th><th>observed</th></tr>\n");
        judgements.forEach(this::row);
        add("</table></div>\n");
    }

    private void row(Judgement judgement) {
        Requirement requirement = judgement.requirement();
        Verdict verdict = judgement.verdict();
        add("<tr id=\"%s\"><td>%s</td>\n", requirement.id(), requirement.id());
        add(
                "<td><details><summary>%s <span class=\"faint\">%s</span></summary>\n",
                requirement.title(), Words.of(requirement.level()));
        add(
                "<blockquote>%s</blockquote>\n<p>%s</p>\n<p class=\"faint\">%s</p></details></td>\n",
                requirement.quote(), requirement.meaning(), requirement.judging());
        add("<td class=\"verdict %s\">%s</td>\n", Words.of(verdict), Words.of(verdict));
        add("<td>%s", Words.finding(verdict));
        String measures = Measures.text(verdict.measures());
        if (!measures.isEmpty()) {
            add("<br><span class=\"faint\">%s</span>", measures);
        }
        add("</td></tr>\n");
    }

    private void pair(String name, String value) {
        add("<dt>%s</dt><dd>%s</dd>\n", name, value);
    }

    private void optionalPair(String name, String value) {
        if (!value.isEmpty()) {
            pair(name, value);
        }
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
    }

    /** Appends markup of our own, with texts of anyone. */
    private void add(String markup, Object... texts) {
        Object[] escaped = new Object[texts.length];
        for (int i = 0; i < texts.length; i++) {
            escaped[i] = Markup.escape(texts[i].toString());
        }
        html.append(String.format(markup, escaped));
    }
}
