package cloud.kontinue.metrics.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownSummaryTest {

    @Test
    void showsViolationsThenWhatWasNotVerifiedThenCounts() {
        String markdown = MarkdownSummary.write(Samples.everyKind());

        assertThat(markdown).isEqualTo(Golden.resource(MarkdownSummaryTest.class, "every-kind.md"));
    }

    @Test
    void keepsEveryTableWhole() {
        String markdown = MarkdownSummary.write(Samples.hostile());

        assertThat(markdown.lines().filter(line -> line.startsWith("| P1")))
                .singleElement()
                .satisfies(row -> assertThat(row.replace("\\|", "").chars().filter(c -> c == '|'))
                        .hasSize(3));
    }

    @Test
    void showsNoMarkupOfAWorkers() {
        String markdown = MarkdownSummary.write(Samples.hostile());

        assertThat(markdown)
                .doesNotContain("<script")
                .doesNotContain(" `code`")
                .doesNotContainPattern("[^\\\\]\\]\\(javascript");
    }
}
