package cloud.kontinue.metrics.conformance.report;

import cloud.kontinue.metrics.conformance.judge.Judgement;
import cloud.kontinue.metrics.conformance.judge.Verdict;
import cloud.kontinue.metrics.conformance.requirement.Requirement;
import java.util.Locale;

/** Writes junit.xml as build servers read it: a violation is a failure, what was not verified is skipped. */
final class JUnitXml {

    private JUnitXml() {}

    static String write(Report report) {
        int skipped = report.count(Verdict.NotVerified.class) + report.count(Verdict.NotApplicable.class);
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append(String.format(
                Locale.ROOT,
                "<testsuite name=\"kontinue metrics\" time=\"%.1f\" tests=\"%d\" errors=\"0\" skipped=\"%d\""
                        + " failures=\"%d\">\n",
                report.facts().durationSeconds(),
                report.judgements().size(),
                skipped,
                report.count(Verdict.Violates.class)));
        xml.append("  <properties>\n");
        property(xml, "result", Words.of(report.result()));
        property(xml, "subject", report.facts().subject().name());
        property(xml, "suite.version", report.facts().suiteVersion());
        xml.append("  </properties>\n");
        report.judgements().forEach(judgement -> testcase(xml, judgement));
        return xml.append("</testsuite>\n").toString();
    }

    private static void property(StringBuilder xml, String name, String value) {
        xml.append(String.format("    <property name=\"%s\" value=\"%s\"/>\n", name, Markup.escape(value)));
    }

    private static void testcase(StringBuilder xml, Judgement judgement) {
        // The run as a whole takes time, not one requirement.
        String open = String.format(
                "  <testcase name=\"%s\" classname=\"kontinue.%s\" time=\"0\"",
                Markup.escape(Words.heading(judgement)),
                judgement.requirement().section().label());
        Verdict verdict = judgement.verdict();
        if (verdict instanceof Verdict.Conforms) {
            xml.append(open).append("/>\n");
        } else if (verdict instanceof Verdict.Violates violates) {
            xml.append(open).append(">\n");
            failure(xml, judgement.requirement(), violates);
            xml.append("  </testcase>\n");
        } else {
            String kind = verdict instanceof Verdict.NotVerified ? "not verified: " : "not applicable: ";
            xml.append(open).append(">\n");
            xml.append("    <skipped message=\"")
                    .append(Markup.escape(kind + Words.finding(verdict)))
                    .append("\"/>\n  </testcase>\n");
        }
    }

    private static void failure(StringBuilder xml, Requirement requirement, Verdict.Violates violates) {
        String message = "expected " + violates.expected() + ", observed " + violates.observed();
        xml.append("    <failure type=\"")
                .append(Words.of(requirement.level()))
                .append("\" message=\"")
                .append(Markup.escape(message))
                .append("\">");
        ViolationText.lines(requirement, violates)
                .forEach(line -> xml.append(Markup.escape(line)).append('\n'));
        xml.append("</failure>\n");
    }
}
