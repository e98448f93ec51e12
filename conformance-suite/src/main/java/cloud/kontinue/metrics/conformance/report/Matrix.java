package cloud.kontinue.metrics.conformance.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Several reports as one page: workers beside requirements. */
public final class Matrix {

    private static final String TITLE = "kontinue metrics: workers and requirements";

    /** Words whose style class has the same name. */
    private static final Set<String> COLOURED = Set.of(
            "conforms",
            "violates",
            "not-verified",
            "not-applicable",
            "conforming",
            "partial",
            "nonconforming",
            "inconclusive");

    private final List<ReportFile> reports;
    private final Map<String, String> titles = new LinkedHashMap<>();

    private Matrix(List<ReportFile> reports) {
        this.reports = List.copyOf(reports);
        reports.forEach(report -> report.entries().forEach(entry -> titles.putIfAbsent(entry.id(), entry.title())));
    }

    /** Returns the matrix of reports, a column each; a requirement is there if any of them judges it. */
    public static Matrix of(List<ReportFile> reports) {
        return new Matrix(reports);
    }

    /** Returns the page as Markdown. */
    public String markdown() {
        StringBuilder markdown = new StringBuilder("# " + TITLE + "\n\n");
        List<List<String>> rows = rows();
        Markdown.row(markdown, rows.get(0).toArray(String[]::new));
        markdown.append("|---").append("|---".repeat(reports.size())).append("|\n");
        rows.stream().skip(1).forEach(row -> Markdown.row(markdown, row.toArray(String[]::new)));
        return markdown.toString();
    }

    /** Returns the page as one HTML file that needs no network. */
    public String html() {
        StringBuilder body = new StringBuilder("<h1>" + TITLE + "</h1>\n<div class=\"wide\"><table>\n");
        List<List<String>> rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            String tag = i == 0 ? "th" : "td";
            body.append("<tr>");
            for (String cell : rows.get(i)) {
                String text = Markup.escape(cell);
                String word = COLOURED.contains(cell) ? " class=\"" + cell + "\"" : "";
                body.append(String.format("<%s%s>%s</%s>", tag, word, text, tag));
            }
            body.append("</tr>\n");
        }
        return HtmlDocument.of(TITLE, body.append("</table></div>\n").toString());
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("requirement", ReportFile::name));
        rows.add(row("result", ReportFile::result));
        titles.forEach((id, title) -> rows.add(row(id + " · " + title, report -> report.verdict(id))));
        return rows;
    }

    private List<String> row(String head, Function<ReportFile, String> cell) {
        List<String> row = new ArrayList<>();
        row.add(head);
        reports.stream().map(cell).forEach(row::add);
        return row;
    }
}
