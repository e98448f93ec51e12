package cloud.kontinue.metrics.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "plain, with a dot. → plain, with a dot.",
                "a|b → a\\|b",
                "__init__ → \\_\\_init\\_\\_",
                "<b> → &lt;b&gt;",
                "see http://evil.example → see http\\://evil.example",
                "host:8080 → host:8080",
                "@someone → \\@someone",
                "- item → \\- item"
            })
    void showsTextAsItIs(String text, String markdown) {
        assertThat(Markdown.escape(text)).isEqualTo(markdown);
    }
}
