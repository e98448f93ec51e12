package cloud.kontinue.metrics.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    @Test
    void showsNoMarkupOfAWorkers() {
        String html = HtmlReport.write(Samples.hostile());

        assertThat(html)
                .doesNotContain("<script")
                .doesNotContain("\u001b")
                .doesNotContain("\u202e")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
    }

    @Test
    void needsNothingFromTheNetwork() {
        String html = HtmlReport.write(Samples.everyKind());

        assertThat(html).doesNotContain("http:", "https:", "src=", "@import", "url(");
    }

    @Test
    void allowsNoStyleButItsOwn() throws Exception {
        String html = HtmlReport.write(Samples.everyKind());

        String style = html.substring(html.indexOf("<style>") + "<style>".length(), html.indexOf("</style>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(html)
                .contains("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(digest) + "'");
    }

    @Test
    void showsViolationsBeforeAnythingElse() {
        String html = HtmlReport.write(Samples.everyKind());

        assertThat(html)
                .containsSubsequence(
                        "nonconforming",
                        "1 conforms, 1 violates, 1 not verified, 1 not applicable",
                        "<h2>Violated</h2>",
                        "S4 · title of S4",
                        "a value of at most 3",
                        "a value of 4",
                        "recording/events.jsonl:17#L4",
                        "look here first",
                        "<h2>Not verified</h2>",
                        "there is no Prometheus",
                        "<h2>endpoint</h2>",
                        "<h2>states</h2>",
                        "<h2>prometheus</h2>");
    }

    @Test
    void leavesOutSectionsThatWereNotJudged() {
        assertThat(HtmlReport.write(Samples.everyKind())).doesNotContain("<h2>latency</h2>");
    }
}
